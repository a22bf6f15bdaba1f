import { type FocusEvent, useEffect, useRef, useState } from 'react';

/**
 * Holds what is being typed until the focus leaves or the view goes away: the saved value shows until then, and is only
 * written when it was changed. Spread `leaving` on the element around the fields.
 */
export function useDraft<T>(saved: T, save: (value: T) => Promise<void>) {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const keep = () => {
    if (!draft) return;
    setDraft(null);
    if (draft.value !== saved) void save(draft.value);
  };
  // Subtle: a field that is taken away while it is typed in gets no blur; what stands in it is kept all the same.
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      if (draft && draft.value !== saved) void save(draft.value);
    };
  });
  useEffect(() => () => leave.current(), []);
  return {
    value: draft ? draft.value : saved,
    set: (value: T) => setDraft({ value }),
    keep,
    leaving: {
      onBlur: (event: FocusEvent) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) keep();
      },
    },
  };
}
