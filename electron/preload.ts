import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { channel } from '#bridge/channel.ts';
import type { Wire } from '#bridge/ipc.ts';

const wire: Wire = {
  call: (name, sent) => ipcRenderer.invoke(channel(name), sent),
  on(name, listener) {
    const told = (_event: IpcRendererEvent, value: Parameters<typeof listener>[0]) => listener(value);
    ipcRenderer.on(channel(name), told);
    return () => ipcRenderer.off(channel(name), told);
  },
};

contextBridge.exposeInMainWorld('casebound', wire);
