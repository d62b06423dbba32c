import { expect, test } from "vitest";
import { roomOf } from "./reading.ts";

const { answer, failed } = roomOf("probtp-conformite");

test.each([
  [true, "delivered", undefined],
  [false, "refused", "probtp.nonAJour"],
  [null, "delivered", "probtp.indetermine"],
])("an answer with eligible %s has its own state", (eligible, state, reason) => {
  const read = answer({ "data.eligible": eligible });
  expect([read.state, read.reason]).toEqual([state, reason]);
  expect(read.certifications).toMatchObject([{ kind: "probtp", held: eligible }]);
});

test("a company that is not a member is neither up to date nor behind", () => {
  expect(failed(404, "09003")).toMatchObject({ state: "notFound", reason: "probtp.nonDelivrable", certifications: [] });
});
