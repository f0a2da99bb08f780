import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { seeOther } from "@/gckey/http";
import { acr, amr, interactionSeconds } from "@/gckey/provider";
import { languageOf } from "@/gckey/texts";
import { Visit, VisitGone, type Parts, type Place } from "@/gckey/visits/visit";
import { answerVisit } from "@/gckey/visits/walk";

/** A sign-in for which the portal sent the reader here, with registration and recovery on the way. */
export function portalPlace(parts: Parts, provider: Provider, issuer: string) {
  return async (request: IncomingMessage, response: ServerResponse, uid: string): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response);
    if (interaction.uid !== uid) throw new VisitGone();
    // Finished a moment ago, by the same button pressed twice.
    if (interaction.result) return seeOther(response, interaction.returnTo);
    const finish = (result: Parameters<Provider["interactionFinished"]>[2]) =>
      provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    const place: Place = {
      name: "portal",
      key: uid,
      address: `/interaction/${uid}`,
      language: languageOf(interaction.params["ui_locales"], request.headers["accept-language"]),
      seconds: interactionSeconds,
      sessionUid: interaction.session?.uid,
      async signIn(visit, account) {
        const { visits, pastSignIns, knownBrowser, log } = parts;
        await visits.end(uid);
        await pastSignIns.add(account.id, { place: "portal", proof: visit.proofOf(account) });
        response.appendHeader("Set-Cookie", knownBrowser.remember(account.userName));
        log.info({ event: "signed in", account: account.id });
        await finish({ login: { accountId: account.id, acr, amr, remember: false } });
      },
      leave: () =>
        finish({ error: "access_denied", error_description: "the terms were not accepted" }),
    };
    const visit = new Visit(parts, place, { request, response }, await parts.visits.find(uid));
    await answerVisit(visit, issuer);
  };
}
