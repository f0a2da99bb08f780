import type { Words } from "./words";

const closed = "Gardez le chargement fermé et écrivez au Bureau.";
const connect = "Connectez-vous à un réseau et vérifiez de nouveau.";
const give = "Écrivez au Bureau en donnant le numéro de série.";
const notReleased = "Ne libérez pas le chargement sur la foi de ce certificat.";

export const french: Words = {
  locale: "fr-CA",
  title: "Vérifier un certificat",
  department: ["Ressources naturelles Canada", "Natural Resources Canada"],
  other: { lang: "en", name: "English" },
  said: {
    valid: {
      word: "Valide",
      text: "Le sceau est authentique et le certificat est en vigueur. Comparez-le maintenant avec le papier et la boîte.",
      todo: [],
    },
    notRecent: {
      word: "Sceau authentique, statut non récent",
      text: "En vigueur à la date de la liste, il y a {age}. Connectez-vous à un réseau et vérifiez de nouveau.",
      todo: [],
    },
    tooOld: {
      word: "Sceau authentique, statut trop ancien",
      text: "En vigueur à la date de la liste, il y a {age}. C’est trop ancien pour s’y fier.",
      todo: [connect, "Sans réseau, téléphonez au Bureau avant de libérer le chargement."],
    },
    clockWrong: {
      word: "Sceau authentique, statut incertain",
      text: "La liste a été signée plus tard que l’heure affichée par cet appareil.",
      todo: ["Réglez la date et l’heure de cet appareil, puis vérifiez de nouveau."],
    },
    unknown: {
      word: "Sceau authentique, statut inconnu",
      text: "Il n’y a pas de liste où chercher le certificat. Les données ci-dessous sont authentiques ; le certificat a pu depuis être invalidé ou remplacé.",
      todo: [connect],
    },
    received: {
      word: "Déjà reçu",
      text: "Une autorité d’importation a déjà confirmé la réception sous ce numéro. S’il s’agit d’un autre chargement, le papier est une copie.",
      todo: [],
    },
    underInquiry: {
      word: "Sous enquête",
      text: "Le certificat est en vigueur, mais le Bureau fait enquête à son sujet.",
      todo: ["Consultez le Bureau avant de libérer le chargement."],
    },
    lost: {
      word: "Déclaré perdu ou volé",
      text: "Le papier est authentique, mais il a été déclaré perdu ou volé.",
      todo: [notReleased, give],
    },
    revoked: {
      word: "N’est plus en vigueur",
      text: "Le papier est authentique, mais le Canada a invalidé, remplacé ou repris ce certificat. Il ne peut accompagner un chargement.",
      todo: [
        notReleased,
        "S’il a été remplacé, la page de vérification du nouveau certificat cite ce numéro.",
        give,
      ],
    },
    invalidated: {
      word: "Invalidé",
      text: "Le papier est authentique, mais le Canada a invalidé ce certificat. Il ne peut accompagner un chargement.",
      todo: [notReleased, give],
    },
    replaced: {
      word: "Remplacé",
      text: "Un autre certificat a remplacé celui-ci avant l’exportation. Demandez le nouveau papier.",
      todo: [
        "La page de vérification du nouveau certificat cite ce numéro.",
        "Sans le nouveau papier, ne libérez pas le chargement.",
      ],
    },
    surrendered: {
      word: "Rendu",
      text: "Le titulaire a rendu ce certificat au Canada. Il ne peut accompagner un chargement.",
      todo: [notReleased, give],
    },
    expired: {
      word: "Expiré",
      text: "Le certificat était en vigueur jusqu’au {expires}.",
      todo: [
        "Vérifiez la date à laquelle le chargement a quitté le Canada.",
        "Consultez le Bureau avant de décider.",
      ],
    },
    specimen: {
      word: "Spécimen, non valide",
      text: "Ce papier est un modèle. Il ne peut accompagner un chargement.",
      todo: ["S’il accompagne un chargement, gardez le chargement fermé et écrivez au Bureau."],
    },
    false: {
      word: "Modifié ou faux",
      text: "Ce code n’a pas été délivré tel quel. Ne vous fiez pas au papier.",
      todo: [
        "Lisez le code une autre fois, à plat et bien éclairé.",
        "Vérifiez que cette page est à {host}.",
        "Si le résultat est le même, gardez le chargement fermé et écrivez au Bureau.",
      ],
    },
    noSeal: {
      word: "Aucun sceau trouvé",
      text: "Ce n’est pas le code d’un certificat canadien, ou il en manque une partie.",
      todo: [
        "Lisez le code une autre fois, à plat et bien éclairé.",
        "Si le résultat est le même, gardez le chargement fermé et écrivez au Bureau.",
      ],
    },
    unknownKey: {
      word: "Clé inconnue",
      text: "La clé qui a signé ce sceau n’est pas sur la liste du Canada dont dispose cet appareil : le sceau est faux, ou plus récent que la liste.",
      todo: [connect, `Si le résultat est le même, le papier est faux. ${closed}`],
    },
    revokedKey: {
      word: "Clé retirée",
      text: "Le Canada a retiré la clé qui a signé ce sceau. Seul le Bureau peut dire s’il a été signé avant.",
      todo: [closed],
    },
    noKeys: {
      word: "Pas encore vérifié",
      text: "Cet appareil n’a pas les clés du Canada, et le serveur n’a pas pu être interrogé.",
      todo: [connect],
    },
  },
  checks: ["1. Intégrité", "2. Émetteur", "3. Statut"],
  integrity: {
    intact: "Rien dans le sceau n’a été modifié depuis la délivrance.",
    notChecked: "Non vérifiée : la clé est inconnue.",
    noSeal: "Il n’y a pas de sceau.",
    encoding: "Le sceau est endommagé, ou ce n’en est pas un.",
    envelope: "Le sceau n’est pas fait comme ceux du Canada.",
    header: "Le sceau n’est pas fait comme ceux du Canada.",
    algorithm: "Le sceau n’est pas signé comme ceux du Canada.",
    signatureForm: "La signature n’est pas faite comme celles du Canada.",
    signature: "Le sceau ne correspond pas à sa signature.",
    claims: "Ce qui est scellé n’est pas un certificat dans sa forme actuelle.",
    totals: "Les sommes dans le sceau ne sont pas justes.",
    dates: "Les dates dans le sceau ne sont pas à 60 jours l’une de l’autre.",
  },
  issuer: {
    canada: "Signé par Ressources naturelles Canada.",
    specimen: "Signé avec la clé de spécimen, qui ne délivre aucun certificat.",
    unknownKey: "La clé n’est pas sur la liste du Canada.",
    outsideWindow: "La clé ne servait pas à la date de délivrance.",
    revokedKey: "Signé avec une clé que le Canada a retirée.",
    notChecked: "Non vérifié : le sceau n’a pas été accepté.",
  },
  noKeysYet: "Pas encore vérifié : aucune clé disponible.",
  keyListed: "Clé inscrite à la liste publiée du Canada",
  status: {
    inForce: "En vigueur jusqu’au {expires}.",
    expired: "Expiré le {expires}.",
    unknown: "",
    revoked: "Invalidé, remplacé ou rendu ; n’est plus en vigueur.",
    invalidated: "Invalidé par le ministre.",
    replaced: "Remplacé ; n’est plus en vigueur.",
    surrendered: "Rendu ; n’est plus en vigueur.",
    received: "Réception confirmée.",
    underInquiry: "Sous enquête du Bureau.",
    lost: "Déclaré perdu ou volé.",
  },
  statusNotChecked: {
    refused: "Non vérifié : le sceau n’a pas été accepté.",
    specimen: "Non vérifié : un spécimen n’a pas de statut.",
    away: "Non vérifié : le serveur n’a pas pu être interrogé et aucune liste n’est enregistrée.",
    badList: "Non vérifié : le serveur n’a pas de liste signée par le Canada.",
  },
  expiresOn: "Expire le {expires}",
  onDay: "En vigueur le {signed}.",
  list: {
    age: "Liste datant de {age}",
    old: "Liste datant de {age} ; elle devrait avoir moins de 24 heures",
    ahead: "La liste est datée du {signed}, en avance sur l’horloge de cet appareil",
    away: "Le serveur n’a pas pu être interrogé.",
  },
  age: {
    now: "moins d’une minute",
    minutes: ["{n} minute", "{n} minutes"],
    hours: ["{n} heure", "{n} heures"],
    days: ["{n} jour", "{n} jours"],
  },
  todo: "Que faire maintenant",
  compared: "{n} sur {all} comparés",
  paper: {
    title: "Comparer avec le papier",
    hint: "Chaque ligne doit être identique sur le certificat que vous tenez.",
  },
  box: {
    title: "Comparer avec la boîte",
    hint: "Cochez chaque sceau lu sur son contenant. Aucun sceau ne doit manquer ni être brisé.",
  },
  limits: {
    title: "Ce que cela ne prouve pas",
    list: [
      "Que les pierres dans la boîte sont celles qui ont été scellées.",
      "Que la masse et la valeur sont exactes : ouvrez et vérifiez selon vos règles.",
      "Que le papier est l’original : une copie porte le même code. Les sceaux de la boîte le disent.",
    ],
  },
  folded: "Afficher les données du sceau",
  facts: {
    number: "Numéro de série",
    issued: "Date de délivrance",
    expires: "Date d’expiration",
    exporter: "Exportateur",
    consignee: "Destinataire",
    origin: "Pays d’origine",
    notKnown: "Non précisé",
    mixed: "Mixte : ",
    parted: " ; ",
    destination: "Participant de destination",
    consigneeCountry: "Pays de destination",
    line: "Code SH, masse, valeur",
    source: "Source {code}",
    total: "Total du chargement",
    carats: "{n} carats",
    parcels: "Nombre de lots",
    prior: "Certificat d’importation",
    replaces: "Remplace le certificat",
    containers: "Nombre de contenants",
    marked: "Numéro du certificat inscrit sur chaque contenant",
    seal: "Sceau {n}",
    manySeals: "Marque de la liste des sceaux, imprimée sous la liste",
    endOfDay: ", 24 h GMT",
  },
  credential:
    "Les données viennent du fichier : il a été vérifié avec les clés de la liste du Canada.",
  actions: {
    again: "Vérifier de nouveau",
    another: "Vérifier un autre",
    write: "Écrire au Bureau",
    report: "Signaler un écart",
    byCode: "Pas de code QR ? Utilisez le numéro de série et le code de vérification.",
    byCodeAddress: "/fr/verifier",
  },
  start: {
    intro:
      "Lisez le code QR d’un certificat canadien du Processus de Kimberley. Cette page en vérifie le sceau sur cet appareil : elle ne transmet rien au sujet du certificat.",
    scan: "Lire le code QR",
    stop: "Arrêter la caméra",
    pointing: "Tenez le code QR devant la caméra, à plat et bien éclairé.",
    file: "Ou choisissez un fichier",
    fileHint:
      "Une photo du code QR, le certificat en PDF ou son attestation numérique (.jwt). Vous pouvez aussi le déposer ici.",
    nothing:
      "Rien à vérifier n’a été trouvé dans ce fichier. Lisez le code QR du papier, ou choisissez-en une photo plus nette.",
    tooLarge: "Ce fichier dépasse 20 Mo. Choisissez-en un plus petit.",
    noCamera:
      "La caméra n’a pas pu servir. Autorisez-la dans votre navigateur, choisissez une photo du code QR, ou ouvrez le code avec l’appareil photo de votre téléphone.",
    working: "Vérification en cours …",
    offline: "Après une première visite, cette page fonctionne aussi sans réseau.",
  },
  privacy:
    "Les données affichées viennent du code du papier. Rien au sujet de ce certificat n’a été transmis.",
  address: "L’adresse officielle est {host}, comme imprimée sur le certificat.",
  office: "Bureau du Processus de Kimberley du Canada",
};
