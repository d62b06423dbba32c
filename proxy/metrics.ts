/** Figures for the operator (Prometheus). Labels are routes, providers and states: never a company nor a person. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { AnySource } from "../src/sources/source.ts";
import type { TransportFailure, TransportResponse } from "../src/sources/transport.ts";

export interface Metrics {
  request(route: string, method: string, status: number, seconds: number): void;
  upstreamCall(call: { readonly source: AnySource; readonly end: TransportResponse | TransportFailure; readonly seconds: number }): void;
  answer(source: string, state: string): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: "pli_pret_requests_seconds",
    help: "Demandes reçues, par route et statut",
    labelNames: ["route", "method", "status"],
    buckets: [0.01, 0.05, 0.2, 1, 5, 15, 45],
    registers,
  });
  const calls = new Histogram({
    name: "pli_pret_upstream_seconds",
    help: "Appels faits aux fournisseurs, par fin (statut HTTP ou cause)",
    labelNames: ["provider", "source", "end"],
    buckets: [0.05, 0.2, 1, 5, 15, 45],
    registers,
  });
  const answers = new Counter({
    name: "pli_pret_answers_total",
    help: "Réponses données, par source et état",
    labelNames: ["source", "state"],
    registers,
  });
  return {
    request: (route, method, status, seconds) => requests.observe({ route, method, status }, seconds),
    upstreamCall: ({ source, end, seconds }) =>
      calls.observe({ provider: source.provider, source: source.id, end: end.ok ? String(end.status) : end.cause }, seconds),
    answer: (source, state) => answers.inc({ source, state }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
