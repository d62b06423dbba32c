/**
 * Leaves out what zod puts into every bundle and the extension never uses: making JSON schemas, and English sentences about errors. Of an
 * error, the path and the code stay. A build stops when a module no longer exports what is left out.
 */

const ZOD = "/zod/v4/";

/** By the end of a module's path: one name that the module must export. */
const UNUSED: Readonly<Record<string, string>> = {
  [`${ZOD}core/to-json-schema.js`]: "createToJSONSchemaMethod",
  [`${ZOD}core/json-schema-processors.js`]: "stringProcessor",
};
const SENTENCES = `${ZOD}locales/en.js`;
const NO_SENTENCE = 'export default () => ({ localeError: ({ code }) => code ?? "invalid" });\n';

/** Each export is a function that returns a function: zod makes one for each schema, and nobody calls it. */
const REFUSED = 'const refused = () => () => { throw new Error("no JSON schema is made in this extension"); };\n';

/** A plugin of vite and rolldown. @throws {Error} from the build, naming the module that has changed */
export function withoutUnusedZod() {
  return {
    name: "pli-pret:left-out",
    apply: "build",
    transform(code: string, id: string): { code: string; map: null } | null {
      const path = id.replaceAll("\\", "/").split("?")[0] ?? "";
      if (path.endsWith(SENTENCES)) {
        if (!code.includes("export default function")) throw changed(SENTENCES);
        return { code: NO_SENTENCE, map: null };
      }
      const file = Object.keys(UNUSED).find((one) => path.endsWith(one));
      return file === undefined ? null : { code: withRefusals(code, file), map: null };
    },
  } as const;
}

function withRefusals(code: string, file: string): string {
  const named = [...code.matchAll(/^export (?:const|let|class|function\*?) (\w+)/gm)].map(([, name = ""]) => name);
  const listed = [...code.matchAll(/^export \{([^}]*)\};/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((one) => one.trim().split(" as ").at(-1) ?? ""),
  );
  const names = [...named, ...listed].filter((name) => name !== "");
  if (!names.includes(UNUSED[file] ?? "")) throw changed(file);
  return `${REFUSED}export { ${names.map((name) => `refused as ${name}`).join(", ")} };\n`;
}

function changed(file: string): Error {
  return new Error(`${file} : ce n'est plus ce qui a été lu. Relire scripts/left-out.ts.`);
}
