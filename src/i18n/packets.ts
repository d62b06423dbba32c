/** The words of the packets apart from the screens': the popup, which shows none, does not carry them. */
import { packetsEn } from "./packets.en.ts";
import { type PacketWords, packetsFr } from "./packets.fr.ts";
import type { Language } from "./plural.ts";

export function packetWordsFor(language: Language): PacketWords {
  return language === "en" ? packetsEn : packetsFr;
}
