import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { filesUnder } from "@/scripts/fingerprint";

/* What the sources have: pages, actions, handlers, and the functions that a viewer is handed to. */

interface Exported {
  readonly name: string;
  readonly takesViewer: boolean;
}

const sourcesOf = (...rooms: string[]) =>
  filesUnder(rooms)
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** A function, or one that is wrapped as in `cache(async (kind) => …)`. */
function functionIn(node: ts.Node | undefined): ts.SignatureDeclaration | undefined {
  if (!node) return undefined;
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return node.arguments.map(functionIn).find((found) => found !== undefined);
}

const withViewer = (node: ts.SignatureDeclaration) =>
  node.parameters.some(({ type }) => /Viewer\b/.test(type?.getText() ?? ""));

/** The exported functions of a file; what is exported in braces by the name under which it is known outside. */
function functionsOf(source: ts.SourceFile): Exported[] {
  return source.statements.flatMap((statement): Exported[] => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) {
      return [{ name: statement.name?.text ?? "default", takesViewer: withViewer(statement) }];
    }
    if (ts.isVariableStatement(statement) && isExported(statement)) {
      return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
        const found = functionIn(initializer);
        return found ? [{ name: name.getText(), takesViewer: withViewer(found) }] : [];
      });
    }
    if (
      ts.isExportDeclaration(statement) &&
      !statement.isTypeOnly &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      return statement.exportClause.elements
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ name }) => ({ name: name.text, takesViewer: false }));
    }
    return [];
  });
}

const isServerDirective = (statement: ts.Statement | undefined) =>
  statement !== undefined &&
  ts.isExpressionStatement(statement) &&
  ts.isStringLiteral(statement.expression) &&
  statement.expression.text === "use server";

/** `(exporter)/applications/[applicationId]/summary` for every page. */
export function foundPages(): string[] {
  return sourcesOf("app")
    .filter((file) => /\/page\.tsx?$/.test(file))
    .map((file) => file.replace("app/[locale]/", "").replace(/\/?page\.tsx?$/, ""));
}

/** `(exporter)/…/summary/actions.ts submit` for everything that a form or a script can call. */
export function foundActions(): string[] {
  return sourcesOf("app", "components", "lib").flatMap((file) => {
    const source = parse(file);
    const short = file.replace("app/[locale]/", "");
    if (isServerDirective(source.statements[0])) {
      return functionsOf(source).map(({ name }) => `${short} ${name}`);
    }
    // The lint rule that every action first asks who is there looks at files of actions only.
    return source.text.includes('"use server"') ? [`${short}: an action outside actions.ts`] : [];
  });
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** `api/documents/[documentId] GET` for every handler. */
export function foundHandlers(): string[] {
  return sourcesOf("app")
    .filter((file) => /\/route\.tsx?$/.test(file))
    .flatMap((file) => {
      const short = file.replace("app/", "").replace(/\/route\.tsx?$/, "");
      return functionsOf(parse(file))
        .filter(({ name }) => methods.includes(name))
        .map(({ name }) => `${short} ${name}`);
    });
}

/**
 * Every exported function of a noun's queries and commands, and every other one of lib that is handed a
 * viewer and goes to the database by itself.
 */
export function foundFunctions(): string[] {
  return sourcesOf("lib").flatMap((file) => {
    const source = parse(file);
    const inQueriesOrCommands = /^lib\/\w+\/(queries|commands)(\.ts$|\/)/.test(file);
    const asks = /\b(db\(\)|transaction(<.*>)?\()/.test(source.text);
    return functionsOf(source)
      .filter(({ takesViewer }) => inQueriesOrCommands || (takesViewer && asks))
      .map(({ name }) => `${file.replace("lib/", "")} ${name}`);
  });
}
