const SECRET_BYTES = 32;

/** A secret that nobody can guess, for both sides to sign with: base64url of 256 random bits. */
export function mintedSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
