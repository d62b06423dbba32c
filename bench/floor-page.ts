/** A page that draws one paragraph by React after one answer of the background: the least that any page of the extension takes to open. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { send } from "../src/messages/bus-screen.ts";

const root = document.getElementById("root");
const asked = send("readDiligence", { work: "" });
if (root !== null) void asked.then(({ entries }) => createRoot(root).render(createElement("p", { id: "floor" }, `${entries.length}`)));
