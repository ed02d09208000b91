/** The words of the consent screen. */
export const CONSENT = {
  title: "Your pictures stay on this computer",
  titleOutdated: "The privacy policy has changed",
  lead: "ImageToText reads the text in your pictures, on this computer only. Before it reads anything, it needs your consent.",
  leadOutdated: "Please read what changed. EmptyReason is read until you agree again.",
  changed: "What changed",
  full: "Privacy policy",
  fullVersion: (number: number, day: string) => `version ${number}, ${day}`,
  policy: "I have read the privacy policy and agree to it",
  adult: "I am 14 or older",
  agree: "Agree",
  decline: "Decline",
  declineHint: "If you decline, the program closes and stores nothing.",
} as const;
