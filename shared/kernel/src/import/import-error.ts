/** The file as a whole cannot be imported; nothing was written. The text is Dutch and for the person who runs the import. */
export class ImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportError';
  }
}
