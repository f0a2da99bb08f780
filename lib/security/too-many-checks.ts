import { staticPage, type StaticWords } from "@/lib/security/static-page";

const words: StaticWords = {
  en: {
    title: "Too many checks from your network",
    text: "Wait 15 minutes, then check again. If you cannot wait, scan the QR code of the certificate: that check has no limit. You can also call the office.",
  },
  fr: {
    title: "Trop de vérifications depuis votre réseau",
    text: "Attendez 15 minutes, puis vérifiez de nouveau. Si vous ne pouvez pas attendre, lisez le code QR du certificat\u00A0: cette vérification n’a pas de limite. Vous pouvez aussi téléphoner au Bureau.",
  },
};

/** The same for whatever was asked for. */
export const tooManyChecks = (path: string): Response => staticPage(path, words, 429, 15 * 60);
