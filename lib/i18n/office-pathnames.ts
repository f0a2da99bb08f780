/** The addresses of the office’s pages in both languages; lib/i18n/routing.ts has all the others. */
export const officePathnames = {
  "/office/queue": { en: "/office/queue", fr: "/bureau/file" },
  "/office/queue/views": { en: "/office/queue/views", fr: "/bureau/file/vues" },
  "/office/queue/views/[viewId]": {
    en: "/office/queue/views/[viewId]",
    fr: "/bureau/file/vues/[viewId]",
  },
  "/office/overdue": { en: "/office/overdue", fr: "/bureau/retards" },
  "/office/review/[applicationId]": {
    en: "/office/review/[applicationId]",
    fr: "/bureau/examen/[applicationId]",
  },
  "/office/review/[applicationId]/exporter-view": {
    en: "/office/review/[applicationId]/exporter-view",
    fr: "/bureau/examen/[applicationId]/vue-exportateur",
  },
  "/office/review/[applicationId]/return": {
    en: "/office/review/[applicationId]/return",
    fr: "/bureau/examen/[applicationId]/retour",
  },
  "/office/review/[applicationId]/recommend": {
    en: "/office/review/[applicationId]/recommend",
    fr: "/bureau/examen/[applicationId]/recommandation",
  },
  "/office/review/[applicationId]/take-over": {
    en: "/office/review/[applicationId]/take-over",
    fr: "/bureau/examen/[applicationId]/reprise",
  },
  "/office/review/[applicationId]/versions/[submission]": {
    en: "/office/review/[applicationId]/versions/[submission]",
    fr: "/bureau/examen/[applicationId]/versions/[submission]",
  },
  "/office/review/[applicationId]/changes": {
    en: "/office/review/[applicationId]/changes",
    fr: "/bureau/examen/[applicationId]/changements",
  },
  "/office/review/[applicationId]/extend": {
    en: "/office/review/[applicationId]/extend",
    fr: "/bureau/examen/[applicationId]/prolongation",
  },
  "/office/review/[applicationId]/withdrawal": {
    en: "/office/review/[applicationId]/withdrawal",
    fr: "/bureau/examen/[applicationId]/retrait",
  },
  "/office/inbox": { en: "/office/inbox", fr: "/bureau/messages" },
  "/office/inbox/new": { en: "/office/inbox/new", fr: "/bureau/messages/nouveau" },
  "/office/inbox/[threadId]": {
    en: "/office/inbox/[threadId]",
    fr: "/bureau/messages/[threadId]",
  },
  "/office/inbox/[threadId]/request": {
    en: "/office/inbox/[threadId]/request",
    fr: "/bureau/messages/[threadId]/modification",
  },
  "/office/emails": { en: "/office/emails", fr: "/bureau/courriels" },
  "/office/emails/[mailId]": {
    en: "/office/emails/[mailId]",
    fr: "/bureau/courriels/[mailId]",
  },
  "/office/broadcasts": { en: "/office/announcements", fr: "/bureau/annonces" },
  "/office/broadcasts/new": { en: "/office/announcements/new", fr: "/bureau/annonces/nouvelle" },
  "/office/broadcasts/[broadcastId]": {
    en: "/office/announcements/[broadcastId]",
    fr: "/bureau/annonces/[broadcastId]",
  },
  "/office/paper": { en: "/office/paper", fr: "/bureau/papier" },
  "/office/paper/new": { en: "/office/paper/new", fr: "/bureau/papier/saisie" },
  "/office/imports": { en: "/office/imports", fr: "/bureau/importations" },
  "/office/imports/new": { en: "/office/imports/new", fr: "/bureau/importations/inscription" },
  "/office/imports/announcements/[announcementId]": {
    en: "/office/imports/announcements/[announcementId]",
    fr: "/bureau/importations/annonces/[announcementId]",
  },
  "/office/imports/[importId]": {
    en: "/office/imports/[importId]",
    fr: "/bureau/importations/[importId]",
  },
  "/office/imports/[importId]/original": {
    en: "/office/imports/[importId]/original",
    fr: "/bureau/importations/[importId]/original",
  },
  "/office/documents/[documentId]": {
    en: "/office/documents/[documentId]",
    fr: "/bureau/documents/[documentId]",
  },
  "/office/imports/[importId]/confirmation": {
    en: "/office/imports/[importId]/confirmation",
    fr: "/bureau/importations/[importId]/confirmation",
  },
  "/office/imports/[importId]/correction": {
    en: "/office/imports/[importId]/correction",
    fr: "/bureau/importations/[importId]/rectification",
  },
  "/office/search": { en: "/office/search", fr: "/bureau/recherche" },
  "/office/exporters": { en: "/office/exporters", fr: "/bureau/exportateurs" },
  "/office/exporters/[exporterId]": {
    en: "/office/exporters/[exporterId]",
    fr: "/bureau/exportateurs/[exporterId]",
  },
  "/office/exporters/[exporterId]/merge": {
    en: "/office/exporters/[exporterId]/merge",
    fr: "/bureau/exportateurs/[exporterId]/fusion",
  },
  "/office/merges/[mergeId]": {
    en: "/office/merges/[mergeId]",
    fr: "/bureau/fusions/[mergeId]",
  },
  "/office/people/[userId]": {
    en: "/office/people/[userId]",
    fr: "/bureau/personnes/[userId]",
  },
  "/office/users": { en: "/office/users", fr: "/bureau/utilisateurs" },
  "/office/users/invite": { en: "/office/users/invite", fr: "/bureau/utilisateurs/invitation" },
  "/office/users/[userId]": {
    en: "/office/users/[userId]",
    fr: "/bureau/utilisateurs/[userId]",
  },
  "/office/audit": { en: "/office/audit", fr: "/bureau/journal" },
  "/office/audit/chain": { en: "/office/audit/chain", fr: "/bureau/journal/chaine" },
  "/office/timeline/[kind]/[recordId]": {
    en: "/office/timeline/[kind]/[recordId]",
    fr: "/bureau/historique/[kind]/[recordId]",
  },
  "/office/retention": { en: "/office/retention", fr: "/bureau/conservation" },
  "/office/retention/[holdId]": {
    en: "/office/retention/[holdId]",
    fr: "/bureau/conservation/[holdId]",
  },
  "/office/texts": { en: "/office/texts", fr: "/bureau/textes" },
  "/office/texts/[kind]": { en: "/office/texts/[kind]", fr: "/bureau/textes/[kind]" },
  "/office/issue": { en: "/office/issue", fr: "/bureau/delivrance" },
  "/office/issue/[applicationId]": {
    en: "/office/issue/[applicationId]",
    fr: "/bureau/delivrance/[applicationId]",
  },
  "/office/certificates": { en: "/office/certificates", fr: "/bureau/certificats" },
  "/office/certificates/[certificateId]": {
    en: "/office/certificates/[certificateId]",
    fr: "/bureau/certificats/[certificateId]",
  },
  "/office/certificates/[certificateId]/confirmation": {
    en: "/office/certificates/[certificateId]/confirmation",
    fr: "/bureau/certificats/[certificateId]/confirmation",
  },
  "/office/certificates/[certificateId]/invalidation": {
    en: "/office/certificates/[certificateId]/invalidation",
    fr: "/bureau/certificats/[certificateId]/invalidation",
  },
  "/office/certificates/[certificateId]/[step]": {
    en: "/office/certificates/[certificateId]/[step]",
    fr: "/bureau/certificats/[certificateId]/[step]",
  },
  "/office/certificates/[certificateId]/text": {
    en: "/office/certificates/[certificateId]/text",
    fr: "/bureau/certificats/[certificateId]/texte",
  },
  "/office/sheets": { en: "/office/sheets", fr: "/bureau/feuilles" },
  "/office/sheets/printers": {
    en: "/office/sheets/printers",
    fr: "/bureau/feuilles/imprimantes",
  },
} as const;
