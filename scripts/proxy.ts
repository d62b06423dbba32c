/** `npm run proxy`: the proxy, in the mode that the environment says (démo unless told). */
await import("../proxy/index.ts");
