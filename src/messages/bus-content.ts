/**
 * The page scripts' side of the bus: no schemas, since the background parses both ways, and the browser's own interface, since these
 * scripts run in every page.
 */
import type { Handlers, Input, NameFor, Output, Reply } from "./contract.ts";

type AnyHandler = (input: unknown, origin: { readonly from: "background" }) => Promise<unknown>;
type Listener = (message: unknown, sender: { readonly id?: string | undefined }, reply: (answer?: unknown) => void) => boolean;

/** The promise-based interface that both browsers give a content script. */
interface Runtime {
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

interface Api {
  /** Absent once the extension is gone. */
  readonly runtime?: Runtime | undefined;
}

const api = (): Api | undefined => {
  const { browser, chrome } = globalThis as { readonly browser?: Api; readonly chrome?: Api };
  return browser ?? chrome;
};

/** How many times to ask: a worker that is stopped before it answers loses the question. */
const ASKED = 3;

/** True once the extension was updated or removed: its new script, if any, runs in another world. */
export function isOrphan(): boolean {
  return api()?.runtime?.id === undefined;
}

/** Asks the background to inject the reader into this frame. That may fail: the frame is gone, or must not be read. */
export async function askForReader(): Promise<void> {
  for (let times = 0; times < ASKED; times += 1) {
    const reply = await tell({ name: "needReader", input: {} });
    if (reply !== undefined) return;
  }
}

/**
 * Asks the background what the evidence of this frame says. `null` when it cannot tell, or is gone (extension updated).
 * @param question as JSON
 */
export async function askJudgement(question: string): Promise<Output<"judge"> | null> {
  for (let times = 0; times < ASKED && !isOrphan(); times += 1) {
    const reply = (await tell({ name: "judge", input: question })) as Reply | undefined;
    if (reply !== undefined) return reply.ok ? (reply.output as Output<"judge">) : null;
  }
  return null;
}

/** Tells the background what the frame holds. A background that is gone (extension updated) is no fault of the page. */
export async function reportPage(page: Input<"pageRead">): Promise<void> {
  await tell({ name: "pageRead", input: page });
}

async function tell(message: { readonly name: NameFor<"background">; readonly input: unknown }): Promise<unknown> {
  try {
    return await api()?.runtime?.sendMessage(message);
  } catch {
    return undefined;
  }
}

/** Handles these messages from the background, and from nobody else. Returns a function that stops it. */
export function answer(handlers: Partial<Handlers<"content">>): () => void {
  const runtime = api()?.runtime;
  const listener: Listener = (message, sender, reply) => {
    if (sender.id !== runtime?.id || typeof message !== "object" || message === null || !("name" in message)) return false;
    const name = String(message.name);
    if (!Object.hasOwn(handlers, name)) return false;
    const handler = handlers[name as NameFor<"content">] as AnyHandler;
    handler("input" in message ? message.input : {}, { from: "background" }).then(reply, () => reply());
    return true;
  };
  runtime?.onMessage.addListener(listener);
  return () => runtime?.onMessage.removeListener(listener);
}
