/**
 * Finds where the code reads a property of an element that its own fields may hide: `<input name="children">` makes `form.children` that
 * input. It goes by types: the object may be a form (or a document), and the property is the browser's.
 */
import ts from "typescript";

export interface Unguarded {
  readonly file: string;
  readonly line: number;
  /** As written, "element.children". */
  readonly text: string;
}

/** @param roots files to begin with @param isLookedAt tells which files are checked */
export function unguardedReads(roots: readonly string[], isLookedAt: (file: string) => boolean): Unguarded[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, lib: ["ES2024", "DOM"], types: [] }, ".");
  const host = ts.createCompilerHost(options);
  // Packages do not read pages: leaving them out saves time.
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text }) => (text.startsWith(".") ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined }));
  const program = ts.createProgram([...roots], options, host);
  const checker = program.getTypeChecker();
  const found: Unguarded[] = [];

  function isFromTheBrowser(symbol: ts.Symbol): boolean {
    return (symbol.declarations ?? []).some((one) => /lib\.dom(\.iterable)?\.d\.ts$/.test(one.getSourceFile().fileName));
  }

  /** True when an object of that type may be a form: the type is a form's, or one that forms extend. */
  function mayBeForm(type: ts.Type): boolean {
    if (type.isUnion()) return type.types.some(mayBeForm);
    if (type.isIntersection()) return type.types.every((one) => mayBeForm(one) || !isDom(one)) && type.types.some(mayBeForm);
    const name = type.getSymbol()?.getName() ?? "";
    return OF_A_FORM.has(name) && isDom(type);
  }
  function isDom(type: ts.Type): boolean {
    const symbol = type.getSymbol();
    return symbol !== undefined && isFromTheBrowser(symbol);
  }

  for (const source of program.getSourceFiles()) {
    const file = source.fileName.replace(`${process.cwd()}/`, "");
    if (!isLookedAt(file)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) look(node, node.expression, node.name);
      if (ts.isObjectBindingPattern(node)) {
        const type = checker.getTypeAtLocation(node);
        if (mayBeForm(type)) for (const element of node.elements) note(element, element.getText());
      }
      ts.forEachChild(node, visit);
    };
    const note = (node: ts.Node, text: string) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ file, line: line + 1, text });
    };
    const look = (node: ts.Node, object: ts.Expression, name: ts.MemberName) => {
      const symbol = checker.getSymbolAtLocation(name);
      if (symbol === undefined || !isFromTheBrowser(symbol) || isPrototype(object)) return;
      if (mayBeForm(checker.getTypeAtLocation(object))) note(node, node.getText().replace(/\s+/g, " "));
    };
    visit(source);
  }
  return found;
}

/** True for a prototype: reading through it is safe from the fields. */
function isPrototype(object: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(object) && object.name.text === "prototype";
}

const OF_A_FORM = new Set([
  "HTMLFormElement",
  "HTMLElement",
  "Element",
  "Node",
  "EventTarget",
  "ParentNode",
  "ChildNode",
  "Document",
  "ElementCSSInlineStyle",
]);
