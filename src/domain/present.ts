/** The type that `present` returns: properties that may be `undefined` become optional. */
type Present<Given> = {
  readonly [Key in keyof Given as undefined extends Given[Key] ? never : Key]: Given[Key];
} & {
  readonly [Key in keyof Given as undefined extends Given[Key] ? Key : never]?: Exclude<Given[Key], undefined>;
};

/** The same properties without those that are `undefined`: `{ title, ...present({ validFrom, code }) }`. */
export function present<Given extends object>(given: Given): Present<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<Given>;
}
