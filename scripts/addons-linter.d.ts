/** The part of Mozilla's linter that is called here; the package brings no types. */
declare module "addons-linter" {
  interface Remark {
    readonly code: string;
    readonly message: string;
    /** Absent for a remark on the whole package. */
    readonly file?: string;
  }
  interface Linter {
    run(): Promise<{ readonly errors: readonly Remark[]; readonly warnings: readonly Remark[] }>;
  }
  export function createInstance(options: {
    readonly config: { readonly _: readonly [file: string]; readonly output: "none"; readonly logLevel: "fatal" };
  }): Linter;
}
