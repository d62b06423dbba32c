/** From an envelope to a handler and back. Pure: no browser, so that every refusal is tested. */
import { CONTRACT, type Envelope, type Handlers, type MessageName, type NameFor, type Origin, type Reply } from "./contract.ts";

type AnyHandler = (input: unknown, origin: Origin) => Promise<unknown>;

/** True for `{ name, input }` whose name is in the contract. */
function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === "object" &&
    message !== null &&
    "name" in message &&
    typeof message.name === "string" &&
    Object.hasOwn(CONTRACT, message.name)
  );
}

/**
 * Parses the input, calls the background's handler, parses its answer.
 * @param onFault called when a handler threw, a bug; the error's text never reaches the sender
 */
export async function dispatch(
  handlers: Handlers<"background">,
  message: unknown,
  origin: Origin,
  onFault: (name: MessageName, error: unknown) => void = () => {},
): Promise<Reply> {
  if (!isEnvelope(message)) return { ok: false, fault: "unknown" };
  const row = CONTRACT[message.name];
  if (row.to !== "background") return { ok: false, fault: "unknown" };
  if (row.from !== origin.from) return { ok: false, fault: "refused" };
  const input = row.input.safeParse(message.input);
  if (!input.success) return { ok: false, fault: "badInput" };
  try {
    const handler = handlers[message.name as NameFor<"background">] as AnyHandler;
    const output = row.output.safeParse(await handler(input.data, origin));
    if (output.success) return { ok: true, output: output.data };
    onFault(message.name, output.error);
    return { ok: false, fault: "badOutput" };
  } catch (error) {
    onFault(message.name, error);
    return { ok: false, fault: "failed" };
  }
}
