/**
 * Marks the place after a switch that has handled every member of a union.
 * The compiler refuses the call while a member is left; at run time it throws, naming the value that slipped through.
 */
export function assertNever(x: never): never {
  throw new Error(`A value of no known kind: ${JSON.stringify(x)}`);
}
