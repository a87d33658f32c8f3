const credential = String.raw`(?:(?:api|app|consumer|access|application|subscription|license)[ _-]?key|access token|session|bearer token|personal token)`;
const flaw = String.raw`(?:invalid|incorrect|expired|revoked|unknown|disabled|inactive)`;

const refuses = new RegExp(
  String.raw`\b${flaw} ${credential}\b|\b${credential}\b[^.]{0,60}\b(?:${flaw}|not valid)\b`,
  'i',
);

/** Whether a message finds fault with what the credential is, and so read it, rather than with how it was sent. */
export const refusesValue = (message: string): boolean => refuses.test(message.slice(0, 1000));
