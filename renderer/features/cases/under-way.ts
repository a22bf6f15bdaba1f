const underWay = new Set<Promise<unknown>>();

/** Lets a form that is about to be saved wait for something begun in one of its fields, such as the making of a tag. */
export async function beforeSaving<T>(doing: Promise<T>): Promise<T> {
  underWay.add(doing);
  try {
    return await doing;
  } finally {
    underWay.delete(doing);
  }
}

/** Resolves when nothing that was begun in a field is under way any more; what failed is told in its field. */
export async function fieldsDone(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}
