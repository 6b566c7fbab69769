import { optionalText, readConfiguration } from '@werkplein/kernel';

export const srgSettings = (name: string) => ({
  [`${name.toUpperCase()}_SRG_FOLDER`]: optionalText(
    `Folder in which the ${name} subgraph writes deliveries for CBS (SRG) by the command deliverSrg; they hold BSNs. Without it only the command line writes them.`,
  ),
});

export const srgFolder = (name: string): string | null =>
  (readConfiguration(srgSettings(name)) as Record<string, string | undefined>)[`${name.toUpperCase()}_SRG_FOLDER`] ?? null;
