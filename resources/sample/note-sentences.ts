/** Sentences of the notes from which claims were made, word for word. */
export const fromNote = {
  resembles: 'The man in the photo strongly resembles the blogger.',
};
