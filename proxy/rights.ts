/** What this proxy may serve, and why it may not serve the rest. It knows no source by name: mode, secrets and scopes decide. */
import type { Reason } from "../src/domain/answer.ts";
import type { ServiceMode, SourceStatus } from "../src/domain/service.ts";
import { type AnySource, describeSource } from "../src/sources/source.ts";
import type { Credentials } from "./credentials.ts";

/** What the token allows: scopes told by the family that gave it, everything (démo), or why nothing. */
export type TokenRights = { readonly scopes: ReadonlySet<string> } | { readonly refused: Reason } | "everything";

type Permission = { readonly available: true } | { readonly available: false; readonly reason: Reason };

export interface Rights {
  permissionFor(source: AnySource): Permission;
  /** True when the source's answers are only for a signed-in person of the company. */
  needsSignIn(source: AnySource): boolean;
}

const YES: Permission = { available: true };
const no = (reason: Reason): Permission => ({ available: false, reason });

export function createRights(options: {
  readonly mode: ServiceMode;
  readonly credentials: Pick<Credentials, "has">;
  readonly token: () => TokenRights;
  readonly signIn: boolean;
}): Rights {
  const { mode, credentials, signIn } = options;
  return {
    permissionFor: (source) => {
      if (mode === "demo") return YES;
      if (source.family.entry.kind !== "token") return credentials.has(source.family) ? YES : no("proxy.noRight");
      if (mode === "ouvert") return no("proxy.modeOpen");
      const token = options.token();
      if (token === "everything") return YES;
      if ("refused" in token) return no(token.refused);
      return source.scopes === undefined || source.scopes.some((scope) => token.scopes.has(scope)) ? YES : no("proxy.noRight");
    },
    needsSignIn: (source) => signIn && source.access === "protected",
  };
}

/** The row of `GET /v1/sources`. */
export function statusOf(source: AnySource, rights: Rights): SourceStatus {
  const permission = rights.permissionFor(source);
  return {
    ...describeSource(source),
    available: permission.available,
    ...(permission.available ? {} : { reason: permission.reason }),
    signIn: rights.needsSignIn(source),
  };
}
