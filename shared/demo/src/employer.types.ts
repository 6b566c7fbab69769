export interface DemoBranch {
  id: string;
  vestigingsnummer: string | null;
  name: string;
  street: string;
  houseNumber: number;
  postcode: string;
  city: string;
  /** CBS code. */
  municipality: string;
  main: boolean;
}

export interface DemoContactPerson {
  id: string;
  name: string;
  jobTitle: string;
  email: string;
  phone: string;
}

/** `kvkNumber` is one of KvK's published test companies, or null with `registrationReason` saying that it is fictional. */
export interface DemoEmployer {
  id: string;
  index: number;
  kvkNumber: string | null;
  registrationReason: string | null;
  legalName: string;
  tradeNames: string[];
  legalForm: string;
  sbiCode: string;
  sbiVersion: 'SBI2025';
  employees: number;
  status: 'PROSPECT' | 'ACTIVE' | 'DORMANT';
  keyAccount: boolean;
  branches: DemoBranch[];
  contactPersons: DemoContactPerson[];
}
