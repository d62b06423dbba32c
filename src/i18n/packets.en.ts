/** The sealed packets of a group, English. */
import type { PacketWords } from "./packets.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const packetsEn: PacketWords = {
  heading: "The group's packets",
  intro: {
    member:
      "An encrypted file for the lead: what is known of your company (never the bank details entered), the documents ticked below, your DC2 and your ESPD.",
    lead: "Each member makes its encrypted packet with Pli prêt, for this tender. Open them here: each stays under its own name, and its documents join the file, until the browser closes.",
  },
  open: { member: "Make the packet for the lead", lead: "Open a member's packet" },
  passphrase: "Choose a passphrase, and tell it to the lead by another way than the message that carries the file.",
  pack: (count: number) => `Make the packet (${n(count, "document ticked", "documents ticked")})`,
  choose: "Choose the packet",
  itsPassphrase: "Passphrase given by the member",
  take: "Open the packet",
  busy: "Encrypting…",
  ends: {
    packed: "Packet saved: send it to the lead.",
    taken: "Packet opened: its documents are in the file, under the member's name.",
    failed: "Nothing was done: memory or disk may be short. Close other tabs, then try again.",
  },
  received: (count: number, day: string) => `Packet of ${day}: ${n(count, "document", "documents")}, with its DC2`,
  noDume: "Without an ESPD: if one is asked, this member makes its own and makes its packet again.",
  waited: "Packet awaited, or to be opened again",
  from: (name: string) => `Packet of ${name}`,
  problems: {
    noReference: () => "The reference of the tender is not read on the page: open this page from the tender.",
    noDc2: () => "The packet holds your DC2: prepare it first, and leave it ticked.",
    pieceGone: (title: string) => `“${title}” could not be had: untick it, or try again when its source answers. No packet was made.`,
    notLead: () => "Only the lead gathers the packets: choose “As lead (mandataire) of a group”.",
    notAPacket: () => "This file is not a member's packet: choose the one that it made with Pli prêt.",
    newer: () => "This packet comes from a later version of Pli prêt: update Pli prêt, then open it again.",
    wrongPassphrase: () => "This is not the passphrase of this packet: ask this member for it again.",
    damaged: () => "This packet is cut or damaged: ask this member for it again. Nothing was taken from it.",
    otherConsultation: (reference: string) =>
      `This packet is made for another tender (${reference}): ask for the one of this tender. Nothing was taken from it.`,
    ownSiret: (siret: string) => `This packet bears your own SIRET (${siret}): ask for the member's.`,
    sameSiret: (siret: string) =>
      `The SIRET ${siret} is already that of an opened packet or of a subcontractor: remove that company, then open the packet again.`,
    full: () => "There is no room left on the disk: make some, then open the packet again. Nothing was taken from it.",
  },
};
