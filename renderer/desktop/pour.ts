/** A place that bytes are written to piece by piece. Nothing is seen there until `finish`; `abandon` leaves nothing. */
export interface Sink<Finished> {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(): Promise<Finished>;
  abandon(): Promise<void>;
}

const least = 1024 * 1024;

/**
 * Pours a stream into a sink, waiting for each write, so that memory stays flat however long the stream is; small pieces
 * are gathered to a mebibyte. Gives what the sink's `finish` gives, or null when `signal` aborted. When the stream or the
 * sink fails, the sink is abandoned and that error is thrown as it was.
 */
export async function pour<Finished>(
  stream: ReadableStream<Uint8Array>,
  sink: Sink<Finished>,
  signal?: AbortSignal,
): Promise<Finished | null> {
  const reader = stream.getReader();
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    const waiting: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (signal?.aborted) break;
      if (value) length += waiting.push(value) && value.byteLength;
      if (length >= least || (done && length > 0)) {
        await sink.write(joined(waiting.splice(0), length));
        length = 0;
      }
      if (signal?.aborted) break;
      if (done) return await sink.finish();
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined); // a stream that failed has nothing left to cancel
    await sink.abandon();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  await sink.abandon();
  return null;
}

function joined(pieces: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
