import type { Knex } from 'knex';
import * as firstPosting from './001_first_posting.ts';
import * as ruleData from './002_rule_data.ts';
import * as ruleVersions from './003_rule_versions.ts';
import * as mypageAccess from './004_mypage_access.ts';
import * as ruleChanges from './005_rule_changes.ts';
import * as images from './006_images.ts';
import * as changeRequests from './007_change_requests.ts';
import * as claimsTemplates from './008_claims_templates.ts';
import * as backTests from './009_back_tests.ts';
import * as reviewDesk from './010_review_desk.ts';
import * as reviewAssignment from './011_review_assignment.ts';
import * as establishmentVersions from './012_establishment_versions.ts';
import * as statistics from './013_statistics.ts';
import * as seekersReferrals from './014_seekers_referrals.ts';
import * as accountLife from './016_account_life.ts';
import * as postingCopies from './017_posting_copies.ts';
import * as officeDays from './018_office_days.ts';
import * as officeRecords from './019_office_records.ts';
import * as complaints from './020_complaints.ts';
import * as applicantsSeekerSearch from './021_applicants_seeker_search.ts';
import * as messages from './022_messages.ts';
import * as counterVisits from './024_counter_visits.ts';
import * as searchParts from './025_search_parts.ts';
import * as mergesPartnerSeekers from './026_merges_partner_seekers.ts';
import * as retention from './027_retention.ts';
import * as referralWithoutEmployer from './028_referral_without_employer.ts';
import * as auditPersonalOwner from './029_audit_personal_owner.ts';
import * as sweepRunsTraining from './034_sweep_runs_training.ts';
import * as nationalLoad from './035_national_load.ts';
import * as establishmentSearchName from './036_establishment_search_name.ts';

type Migration = { up(knex: Knex): Promise<void>; down(knex: Knex): Promise<void> };

/** Every migration in order; a static list, so that the bundled server carries them and nothing reads a folder. */
const migrations: Readonly<Record<string, Migration>> = {
  '001_first_posting': firstPosting,
  '002_rule_data': ruleData,
  '003_rule_versions': ruleVersions,
  '004_mypage_access': mypageAccess,
  '005_rule_changes': ruleChanges,
  '006_images': images,
  '007_change_requests': changeRequests,
  '008_claims_templates': claimsTemplates,
  '009_back_tests': backTests,
  '010_review_desk': reviewDesk,
  '011_review_assignment': reviewAssignment,
  '012_establishment_versions': establishmentVersions,
  '013_statistics': statistics,
  '014_seekers_referrals': seekersReferrals,
  '016_account_life': accountLife,
  '017_posting_copies': postingCopies,
  '018_office_days': officeDays,
  '019_office_records': officeRecords,
  '020_complaints': complaints,
  '021_applicants_seeker_search': applicantsSeekerSearch,
  '022_messages': messages,
  '024_counter_visits': counterVisits,
  '025_search_parts': searchParts,
  '026_merges_partner_seekers': mergesPartnerSeekers,
  '027_retention': retention,
  '028_referral_without_employer': referralWithoutEmployer,
  '029_audit_personal_owner': auditPersonalOwner,
  '034_sweep_runs_training': sweepRunsTraining,
  '035_national_load': nationalLoad,
  '036_establishment_search_name': establishmentSearchName,
};

/** Knex migration source over the list above: one transaction for each migration, on both databases. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations[name];
    if (!migration)
      throw new Error(`The database knows migration ${name}, which this version does not have.`);
    return migration;
  },
};
