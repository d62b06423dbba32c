/** Counts work without a page: unlike milliseconds, the count is the same on any machine. */

interface Sized {
  readonly length?: number;
}
type Method = (this: Sized, ...args: unknown[]) => unknown;

/** What goes through all of what it is called on: the characters of a text, the entries of a list. */
const THROUGH: readonly (readonly [object, readonly string[]])[] = [
  [String.prototype, ["replace", "split", "normalize", "match", "toLowerCase", "trim", "includes", "indexOf"]],
  [
    Array.prototype,
    ["filter", "map", "flatMap", "some", "every", "find", "findIndex", "findLast", "includes", "indexOf", "join", "reduce"],
  ],
];

/** Does the work. @returns characters and entries that it went through, and questions put to maps and sets */
export function workOf(work: () => unknown): number {
  let done = 0;
  const undone: (() => void)[] = [];
  const count = (home: object, name: string, costOf: (self: Sized, args: readonly unknown[], result: unknown) => number) => {
    const former = Object.getOwnPropertyDescriptor(home, name);
    if (former === undefined) throw new Error(`${name} n'existe pas`);
    const method = former.value as Method;
    Object.defineProperty(home, name, {
      ...former,
      value(this: Sized, ...args: unknown[]) {
        const result = method.apply(this, args);
        done += costOf(this, args, result);
        return result;
      },
    });
    undone.push(() => Object.defineProperty(home, name, former));
  };
  for (const [home, names] of THROUGH) for (const name of names) count(home, name, ({ length = 0 }) => length + 1);
  count(Array.prototype, "slice", (_, __, result) => (result as Sized).length ?? 0);
  // Whatever searches a text calls it for each match, from where the last one ended.
  count(RegExp.prototype, "exec", (_, [text], found) => (found === null ? String(text).length : (found as RegExpExecArray)[0].length) + 1);
  for (const home of [Map.prototype, Set.prototype]) count(home, "has", () => 1);
  count(Map.prototype, "get", () => 1);
  try {
    work();
  } finally {
    for (const undo of undone) undo();
  }
  return done;
}
