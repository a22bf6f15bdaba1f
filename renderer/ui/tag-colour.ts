/** The colours a tag can have; each is a token, `none` is none. */
export type TagColour = 'none' | 'green' | 'brick' | 'blue' | 'ochre' | 'slate' | 'plum' | 'teal';
