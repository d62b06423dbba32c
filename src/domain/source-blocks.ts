/** The blocks in which the screen shows the sources, in order. */
export const SOURCE_BLOCKS = ["identite", "capacites", "attestations", "certifications", "exclusions"] as const;
export type SourceBlock = (typeof SOURCE_BLOCKS)[number];
