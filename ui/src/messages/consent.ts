/** The words of the consent screen. */
export const CONSENT = {
  title: "Your pictures stay with you",
  titleOutdated: "The privacy policy has changed",
  lead: "ImageToText reads text out of pictures, on this computer alone. Before it reads anything, it asks you.",
  leadOutdated: "Something important is different. Nothing is read until you have agreed again.",
  changed: "What changed",
  full: "Privacy policy",
  fullVersion: (number: number, day: string) => `version ${number}, ${day}`,
  policy: "I have read the privacy policy and agree to it",
  adult: "I am 14 or older",
  agree: "Agree",
  decline: "Decline",
  declineHint: "Declining closes the program and stores nothing.",
} as const;
