import type { MessageName } from "./contract.ts";

/** A message that did not reach its handler, or came back unusable. Thrown to the sender: a bug or a receiver that is gone. */
export class MessageFault extends Error {
  override readonly name = "MessageFault";
  readonly fault: string;

  constructor(message: MessageName, fault: string) {
    super(`${message}: ${fault}`);
    this.fault = fault;
  }
}
