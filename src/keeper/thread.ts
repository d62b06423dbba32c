/** Recognition in a worker of its own: the page stays alive while long documents are read. */
import { serveRecognition } from "../documents/recognise/port.ts";

self.onmessage = ({ ports }: MessageEvent) => {
  const [port] = ports;
  if (port !== undefined) serveRecognition(port);
};
