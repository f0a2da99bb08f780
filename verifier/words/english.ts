import type { Words } from "./words";

const closed = "Keep the shipment closed and write to the office.";
const connect = "Connect to a network and check again.";
const give = "Write to the office; give the serial number.";
const notReleased = "Do not release the shipment on this certificate.";

export const english: Words = {
  locale: "en-CA",
  title: "Check a certificate",
  department: ["Natural Resources Canada", "Ressources naturelles Canada"],
  other: { lang: "fr", name: "Français" },
  said: {
    valid: {
      word: "Valid",
      text: "The seal is genuine and the certificate is in force. Now compare it with the paper and the box.",
      todo: [],
    },
    notRecent: {
      word: "Seal genuine, status not recent",
      text: "In force when the list was made, {age} ago. Connect to a network and check again.",
      todo: [],
    },
    tooOld: {
      word: "Seal genuine, status too old",
      text: "In force when the list was made, {age} ago. That is too long ago to rely on.",
      todo: [
        connect,
        "Without a network, ask the office by phone before you release the shipment.",
      ],
    },
    clockWrong: {
      word: "Seal genuine, status not certain",
      text: "The list was signed later than the clock of this device shows.",
      todo: ["Set the date and the time of this device, then check again."],
    },
    unknown: {
      word: "Seal genuine, status unknown",
      text: "There is no list to look the certificate up in. The facts below are genuine; the certificate may since have been invalidated or replaced.",
      todo: [connect],
    },
    received: {
      word: "Already received",
      text: "An importing authority has already confirmed receipt under this number. If this shipment is a different one, the paper is a copy.",
      todo: [],
    },
    underInquiry: {
      word: "Under inquiry",
      text: "The certificate is in force, but the office is making inquiries about it.",
      todo: ["Ask the office before you release the shipment."],
    },
    lost: {
      word: "Reported lost or stolen",
      text: "The paper is genuine, but it was reported lost or stolen.",
      todo: [notReleased, give],
    },
    revoked: {
      word: "No longer in force",
      text: "The paper is genuine, but Canada has invalidated this certificate, replaced it or taken it back. It may not accompany a shipment.",
      todo: [
        notReleased,
        "If there is a replacement, it names this number on its own check page.",
        give,
      ],
    },
    invalidated: {
      word: "Invalidated",
      text: "The paper is genuine, but Canada has invalidated this certificate. It may not accompany a shipment.",
      todo: [notReleased, give],
    },
    replaced: {
      word: "Replaced",
      text: "Another certificate has replaced this one before export. Ask for the new paper.",
      todo: [
        "The new certificate names this number on its own check page.",
        "Without the new paper, do not release the shipment.",
      ],
    },
    surrendered: {
      word: "Surrendered",
      text: "The holder has given this certificate back to Canada. It may not accompany a shipment.",
      todo: [notReleased, give],
    },
    expired: {
      word: "Expired",
      text: "The certificate was in force until {expires}.",
      todo: [
        "Check the date on which the shipment left Canada.",
        "Ask the office before you decide.",
      ],
    },
    specimen: {
      word: "Specimen, not valid",
      text: "This paper is a sample. It may not accompany a shipment.",
      todo: ["If it came with a shipment, keep the shipment closed and write to the office."],
    },
    false: {
      word: "Altered or false",
      text: "This code was not issued as it stands. Do not rely on the paper.",
      todo: [
        "Scan once more, flat and in good light.",
        "Check that this page is at {host}.",
        "If the result is the same, keep the shipment closed and write to the office.",
      ],
    },
    noSeal: {
      word: "No seal found",
      text: "This is not the code of a Canadian certificate, or a part of it is missing.",
      todo: [
        "Scan once more, flat and in good light.",
        "If the result is the same, keep the shipment closed and write to the office.",
      ],
    },
    unknownKey: {
      word: "Key not known",
      text: "The key that signed this seal is not on Canada’s list at hand: the seal is false, or newer than the list.",
      todo: [connect, `If the result is the same, the paper is false. ${closed}`],
    },
    revokedKey: {
      word: "Key withdrawn",
      text: "Canada has withdrawn the key that signed this seal. Only the office can say whether it was signed before.",
      todo: [closed],
    },
    noKeys: {
      word: "Not checked yet",
      text: "Canada’s keys are not on this device, and the server could not be asked.",
      todo: [connect],
    },
  },
  checks: ["1. Integrity", "2. Issuer", "3. Status"],
  integrity: {
    intact: "Nothing in the seal has been changed since it was issued.",
    notChecked: "Not checked: the key is not known.",
    noSeal: "There is no seal.",
    encoding: "The seal is damaged, or it is none.",
    envelope: "The seal is not made as Canada makes them.",
    header: "The seal is not made as Canada makes them.",
    algorithm: "The seal is not signed as Canada signs them.",
    signatureForm: "The signature is not made as Canada makes them.",
    signature: "The seal does not match its signature.",
    claims: "What is sealed is not a certificate of today’s form.",
    totals: "The sums in the seal are not right.",
    dates: "The dates in the seal are not 60 days apart.",
  },
  issuer: {
    canada: "Signed by Natural Resources Canada.",
    specimen: "Signed with the specimen key, which issues no certificate.",
    unknownKey: "The key is not on Canada’s list.",
    outsideWindow: "The key was not in use on the date of issue.",
    revokedKey: "Signed with a key that Canada has withdrawn.",
    notChecked: "Not checked: the seal was not accepted.",
  },
  noKeysYet: "Not checked yet: no keys are at hand.",
  keyListed: "Key on Canada’s published list",
  status: {
    inForce: "In force until {expires}.",
    expired: "Expired on {expires}.",
    unknown: "",
    revoked: "Invalidated, replaced or surrendered; no longer in force.",
    invalidated: "Invalidated by the Minister.",
    replaced: "Replaced; no longer in force.",
    surrendered: "Surrendered; no longer in force.",
    received: "Receipt confirmed.",
    underInquiry: "Under inquiry by the office.",
    lost: "Reported lost or stolen.",
  },
  statusNotChecked: {
    refused: "Not checked: the seal was not accepted.",
    specimen: "Not checked: a specimen has no status.",
    away: "Not checked: the server could not be asked, and no list is saved.",
    badList: "Not checked: the server has no list that Canada signed.",
  },
  expiresOn: "Expires {expires}",
  onDay: "In force on {signed}.",
  list: {
    age: "List {age} old",
    old: "List {age} old; it should be under 24 hours",
    ahead: "The list is dated {signed}, ahead of this device’s clock",
    away: "The server could not be asked.",
  },
  age: {
    now: "less than a minute",
    minutes: ["{n} minute", "{n} minutes"],
    hours: ["{n} hour", "{n} hours"],
    days: ["{n} day", "{n} days"],
  },
  todo: "What to do now",
  compared: "{n} of {all} compared",
  paper: {
    title: "Compare with the paper",
    hint: "Each line must be the same on the certificate in your hand.",
  },
  box: {
    title: "Compare with the box",
    hint: "Tick each seal as you read it on its container. No seal may be missing or broken.",
  },
  limits: {
    title: "What this does not prove",
    list: [
      "That the stones in the box are the ones that were sealed.",
      "That the weight and the value are right: open and verify as your rules require.",
      "That the paper is the original: a copy has the same code. The seals on the box tell.",
    ],
  },
  folded: "Show the facts in the seal",
  facts: {
    number: "Serial number",
    issued: "Date of issue",
    expires: "Date of expiry",
    exporter: "Exporter",
    consignee: "Consignee",
    origin: "Country of origin",
    notKnown: "Not stated",
    mixed: "Mixed: ",
    parted: "; ",
    destination: "Participant of destination",
    consigneeCountry: "Country of destination",
    line: "HS code, mass, value",
    source: "Source {code}",
    total: "Total of the shipment",
    carats: "{n} carats",
    parcels: "Number of parcels",
    prior: "Certificate of import",
    replaces: "Replaces certificate",
    containers: "Number of containers",
    marked: "Certificate number marked on every container",
    seal: "Seal {n}",
    manySeals: "Mark of the list of seals, printed under the list",
    endOfDay: ", 24:00 GMT",
  },
  credential: "The facts come from the file: it was verified with the keys on Canada’s list.",
  actions: {
    again: "Check again",
    another: "Check another",
    write: "Write to the office",
    report: "Report a difference",
    byCode: "No QR code? Use the serial number and the check code.",
    byCodeAddress: "/en/verify",
  },
  start: {
    intro:
      "Scan the QR code of a Canadian Kimberley Process Certificate. This page verifies its seal on this device: it sends nothing about the certificate to anyone.",
    scan: "Scan the QR code",
    stop: "Stop the camera",
    pointing: "Hold the QR code in front of the camera, flat and in good light.",
    file: "Or choose a file",
    fileHint:
      "A photo of the QR code, the certificate as a PDF, or its credential (.jwt). You can also drop it here.",
    nothing:
      "Nothing to verify was found in this file. Scan the QR code on the paper, or choose a sharper photo of it.",
    tooLarge: "This file is larger than 20 MB. Choose a smaller one.",
    noCamera:
      "The camera could not be used. Allow it in your browser, choose a photo of the QR code, or open the code with the camera of your phone.",
    working: "Checking …",
    offline: "After one visit this page also works without a network.",
  },
  privacy:
    "The facts shown come from the code on the paper. Nothing about this certificate was sent to anyone.",
  address: "The official address is {host}, as printed on the certificate.",
  office: "Kimberley Process Office of Canada",
};
