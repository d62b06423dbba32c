/** Everything of démo mode, loaded in that mode only: the simulator, the fictitious companies and people, their sign-in. */

import { DEMO_BUYER, DEMO_COMPANIES } from "../simulator/companies.ts";
import { DEMO_CLIENT, startIdentity } from "../simulator/identity.ts";
import { INPI_ACCOUNT } from "../simulator/open/inpi.ts";
import { DEMO_MANDATES } from "../simulator/people.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../simulator/server.ts";
import type { ServiceSources } from "../src/domain/service.ts";
import { createReroutedOutgoing, type Outgoing } from "./outgoing.ts";
import type { ServiceDeps } from "./service.ts";

export interface Demonstration {
  readonly simulator: Simulator;
  /** Every call goes to the simulator. */
  readonly outgoing: Outgoing;
  /** What an operator would have in the environment. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly recipient: string;
  readonly companies: NonNullable<ServiceSources["companies"]>;
  /** Opens the identity provider, once the proxy knows its own address. */
  openIdentity(publicUrl: string): Promise<NonNullable<ServiceDeps["identity"]>>;
  close(): Promise<void>;
}

export async function startDemonstration(options: SimulatorOptions = {}): Promise<Demonstration> {
  const simulator = await startSimulator(options);
  const closing: (() => Promise<void>)[] = [simulator.close];
  return {
    simulator,
    outgoing: createReroutedOutgoing(simulator.url),
    secrets: {
      PLI_PRET_API_ENTREPRISE_TOKEN: simulator.token,
      PLI_PRET_INPI_USERNAME: INPI_ACCOUNT.username,
      PLI_PRET_INPI_PASSWORD: INPI_ACCOUNT.password,
    },
    recipient: DEMO_BUYER.siret,
    companies: DEMO_COMPANIES.map(({ siret, name, situation }) => ({ siret, name, situation })),
    openIdentity: async (publicUrl) => {
      const { issuer, close } = await startIdentity(`${publicUrl}/v1/auth/callback`);
      closing.push(close);
      const claims = { siret: "siret", givenName: "given_name", familyName: "usual_name" };
      const scopes = "openid given_name usual_name email siret";
      return {
        config: { issuer, clientId: DEMO_CLIENT.id, scopes, claims, userinfoAlg: "ES256", acr: [] },
        clientSecret: DEMO_CLIENT.secret,
        mandates: DEMO_MANDATES,
      };
    },
    close: async () => {
      for (const close of closing.reverse()) await close();
    },
  };
}
