/** Measures source text: the lines of a file, the lines and branches of each function, and the reason that its comment gives. */
import ts from "typescript";

export interface FunctionSize {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly lines: number;
  /** Decisions of its own: those of a function inside it are that one's. */
  readonly branches: number;
  /** What its comment says after "Long on purpose:"; `null` without it. */
  readonly reason: string | null;
}

export interface FileSize {
  readonly lines: number;
  readonly functions: readonly FunctionSize[];
}

const DECISIONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CatchClause,
]);
const SHORT_CIRCUITS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** @param path tells TypeScript from TSX */
export function sizesOf(path: string, text: string): FileSize {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const functions: FunctionSize[] = [];
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;

  function visit(node: ts.Node): void {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const line = lineAt(node.getStart());
      const lines = lineAt(node.end) - line + 1;
      functions.push({ name: nameOf(node), line, lines, branches: branchesOf(node), reason: reasonOf(node, text) });
    }
    ts.forEachChild(node, visit);
  }

  visit(file);
  return { lines: text.replace(/\n$/, "").split("\n").length, functions };
}

function branchesOf(root: ts.Node): number {
  let branches = 0;
  function count(node: ts.Node): void {
    if (ts.isFunctionLike(node)) return;
    if (DECISIONS.has(node.kind) || (ts.isBinaryExpression(node) && SHORT_CIRCUITS.has(node.operatorToken.kind))) branches += 1;
    ts.forEachChild(node, count);
  }
  ts.forEachChild(root, count);
  return branches;
}

/** Its own name, that of what holds it, or that of what it is given to. */
function nameOf(node: ts.SignatureDeclaration): string {
  const { parent } = node;
  if (node.name !== undefined) return node.name.getText();
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return ts.isCallExpression(parent) ? `${parent.expression.getText()}()` : "(anonymous)";
}

/** The comment stands before the declaration, the statement or the member that the function is in. */
function reasonOf(node: ts.Node, text: string): string | null {
  let holder = node;
  while (!ts.isStatement(holder) && !ts.isObjectLiteralElementLike(holder) && !ts.isClassElement(holder) && holder.parent !== undefined)
    holder = holder.parent;
  const comments = (ts.getLeadingCommentRanges(text, holder.getFullStart()) ?? []).map(({ pos, end }) => text.slice(pos, end));
  const said = comments
    .join("\n")
    .replaceAll("*/", "")
    .replace(/\n\s*\*\s?/g, " ");
  return /Long on purpose: ([^*]{10,})/.exec(said)?.[1]?.trim() ?? null;
}
