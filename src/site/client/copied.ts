/** Copies a text. False where the browser gives no access, such as on a page without a secure connection. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
