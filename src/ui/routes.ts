import type { ComponentType } from 'preact';

export interface ScreenRoute {
  /** Dutch address with its parameters: '/aanvragen/:id'. */
  readonly path: string;
  /** The screen in a file of its own, loaded when it is first needed and offline from then on. */
  readonly load: () => Promise<ComponentType>;
  /** Title of the tab until the screen's own page head sets it. */
  readonly title: string;
  /** `app`: inside the shell with the menu. `bare`: the screen draws its own frame (BareShell, paper). */
  readonly frame?: 'app' | 'bare' | undefined;
  /** One narrow column in the shell. */
  readonly narrow?: boolean | undefined;
}

/**
 * Every screen that exists, the most precise address first where two could match ('/aanvragen/nieuw' before
 * '/aanvragen/:id'). To add one:
 *
 *   { path: '/kas', title: 'Kas', load: () => import('./screens/kas/index.tsx').then((m) => m.KasScreen) },
 *
 * Bare are: /bon/*, /start, /aanmelden, /print/*. The menu shows the items whose address stands here.
 */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/aanmelden',
    title: 'Aanmelden',
    frame: 'bare',
    load: () => import('./screens/sign-in/index.tsx').then((m) => m.SignInScreen),
  },
  {
    path: '/toestel',
    title: 'Dit toestel',
    narrow: true,
    load: () => import('./screens/device/index.tsx').then((m) => m.DeviceScreen),
  },
  {
    path: '/toestel/doorgeven',
    title: 'Geef door aan een ander toestel',
    narrow: true,
    load: () => import('./screens/hand-over/give.tsx').then((m) => m.GiveScreen),
  },
  {
    path: '/toestel/overnemen',
    title: 'Neem over van een ander toestel',
    narrow: true,
    load: () => import('./screens/hand-over/take.tsx').then((m) => m.TakeScreen),
  },
  { path: '/', title: 'Vandaag', load: () => import('./screens/today/index.tsx').then((m) => m.TodayScreen) },
  {
    path: '/start',
    title: 'Begin uw wijkbudget',
    frame: 'bare',
    load: () => import('./screens/start/index.tsx').then((m) => m.StartScreen),
  },
  {
    path: '/taken',
    title: 'Taken',
    load: () => import('./screens/tasks/tasks.tsx').then((m) => m.TasksScreen),
  },
  {
    path: '/meer',
    title: 'Meer',
    narrow: true,
    load: () => import('./screens/more/index.tsx').then((m) => m.MoreScreen),
  },
  {
    path: '/instellingen',
    title: 'Instellingen',
    narrow: true,
    load: () => import('./screens/settings/index.tsx').then((m) => m.SettingsScreen),
  },
  {
    path: '/instellingen/leden',
    title: 'Leden',
    narrow: true,
    load: () => import('./screens/settings/members.tsx').then((m) => m.MembersScreen),
  },
  {
    path: '/instellingen/regels',
    title: 'Regels en thema’s',
    narrow: true,
    load: () => import('./screens/rules/rules.tsx').then((m) => m.RulesScreen),
  },
  {
    path: '/instellingen/buurten',
    title: 'Buurten inlezen',
    narrow: true,
    load: () => import('./screens/quarters/quarters.tsx').then((m) => m.QuartersScreen),
  },
  {
    path: '/oefenen',
    title: 'Oefenen',
    narrow: true,
    load: () => import('./screens/practice/practice.tsx').then((m) => m.PracticeScreen),
  },
  {
    path: '/hulp',
    title: 'Hulp',
    narrow: true,
    load: () => import('./screens/help/index.tsx').then((m) => m.HelpScreen),
  },
  {
    path: '/hulp/:topic',
    title: 'Hulp',
    narrow: true,
    load: () => import('./screens/help/index.tsx').then((m) => m.HelpTopicScreen),
  },
  {
    path: '/vergadering',
    title: 'Vergaderingen',
    load: () => import('./screens/meetings/meetings.tsx').then((m) => m.MeetingsScreen),
  },
  {
    path: '/vergadering/nieuw',
    title: 'Plan een vergadering',
    narrow: true,
    load: () => import('./screens/meeting-plan/meeting-plan.tsx').then((m) => m.MeetingPlanScreen),
  },
  {
    path: '/vergadering/:id',
    title: 'Vergadering',
    load: () => import('./screens/meeting/meeting.tsx').then((m) => m.MeetingScreen),
  },
  {
    path: '/vergadering/:id/wijzigen',
    title: 'Wijzig tijd en plaats',
    narrow: true,
    load: () => import('./screens/meeting/edit-meeting.tsx').then((m) => m.EditMeetingScreen),
  },
  {
    path: '/vergadering/:id/uitnodiging',
    title: 'Uitnodiging',
    narrow: true,
    load: () => import('./screens/meeting/invitation.tsx').then((m) => m.InvitationScreen),
  },
  {
    path: '/vergadering/:id/notulen',
    title: 'Notulen',
    narrow: true,
    load: () => import('./screens/meeting/minutes.tsx').then((m) => m.MinutesScreen),
  },
  {
    path: '/vergadering/:id/punt/:itemId',
    title: 'Vergadering',
    load: () => import('./screens/meeting/item.tsx').then((m) => m.ItemScreen),
  },
  {
    path: '/vergadering/:id/punt/:itemId/herstellen',
    title: 'Herstel een besluit',
    narrow: true,
    load: () => import('./screens/meeting/correction.tsx').then((m) => m.CorrectionScreen),
  },
  {
    path: '/raadpleging/nieuw',
    title: 'Kondig een wijkraadpleging aan',
    narrow: true,
    load: () => import('./screens/consultation/announce.tsx').then((m) => m.AnnounceScreen),
  },
  {
    path: '/raadpleging/bestand',
    title: 'Reken een stembestand na',
    narrow: true,
    load: () => import('./screens/consultation/pb-file.tsx').then((m) => m.PbFileScreen),
  },
  {
    path: '/raadpleging/:id',
    title: 'Wijkraadpleging',
    load: () => import('./screens/consultation/consultation.tsx').then((m) => m.ConsultationScreen),
  },
  {
    path: '/raadpleging/:id/wijzigen',
    title: 'Wijzig de aankondiging',
    narrow: true,
    load: () => import('./screens/consultation/edit-announcement.tsx').then((m) => m.EditAnnouncementScreen),
  },
  {
    path: '/raadpleging/:id/tellen',
    title: 'Tel een stapel',
    narrow: true,
    load: () => import('./screens/consultation/count.tsx').then((m) => m.CountBallotsScreen),
  },
  {
    path: '/raadpleging/:id/uitslag',
    title: 'Uitslag',
    narrow: true,
    load: () => import('./screens/consultation/result.tsx').then((m) => m.ResultScreen),
  },
  {
    path: '/print/raadpleging/:id',
    title: 'Uitslag wijkraadpleging',
    frame: 'bare',
    load: () => import('./screens/consultation/print.tsx').then((m) => m.PrintResultScreen),
  },
  {
    path: '/print/stembriefjes/:id',
    title: 'Stembriefjes',
    frame: 'bare',
    load: () => import('./screens/consultation/print-ballots.tsx').then((m) => m.PrintBallotsScreen),
  },
  {
    path: '/print/besluitenlijst/:meetingId',
    title: 'Besluitenlijst',
    frame: 'bare',
    load: () => import('./screens/print-decisions/print-decisions.tsx').then((m) => m.PrintDecisionsScreen),
  },
  {
    path: '/bon/nieuw',
    title: 'Bewaar een bon',
    frame: 'bare',
    load: () => import('./screens/receipt/new-receipt.tsx').then((m) => m.NewReceiptScreen),
  },
  {
    path: '/bon/voorschot',
    title: 'Vraag een voorschot',
    frame: 'bare',
    load: () => import('./screens/advance/ask.tsx').then((m) => m.AskAdvanceScreen),
  },
  {
    path: '/bon/:claimId/afrekenen',
    title: 'Reken het voorschot af',
    frame: 'bare',
    load: () => import('./screens/advance/hand-in.tsx').then((m) => m.HandInScreen),
  },
  {
    path: '/tekenen/:claimId',
    title: 'Tekenen',
    narrow: true,
    load: () => import('./screens/sign/sign.tsx').then((m) => m.SignScreen),
  },
  {
    path: '/print/declaratie/:claimId',
    title: 'Declaratie',
    frame: 'bare',
    load: () => import('./screens/print-claim/print-claim.tsx').then((m) => m.PrintClaimScreen),
  },
  {
    path: '/ideeen',
    title: 'Ideeën',
    load: () => import('./screens/ideas/ideas.tsx').then((m) => m.IdeasScreen),
  },
  {
    path: '/ideeen/nieuw',
    title: 'Leg een idee vast',
    narrow: true,
    load: () => import('./screens/ideas/new-idea.tsx').then((m) => m.NewIdeaScreen),
  },
  {
    path: '/ideeen/:id',
    title: 'Idee',
    narrow: true,
    load: () => import('./screens/ideas/idea.tsx').then((m) => m.IdeaScreen),
  },
  {
    path: '/aanvragen',
    title: 'Aanvragen',
    load: () => import('./screens/proposals/proposals.tsx').then((m) => m.ProposalsScreen),
  },
  {
    path: '/aanvragen/nieuw',
    title: 'Nieuwe aanvraag',
    narrow: true,
    load: () => import('./screens/proposal-form/new-proposal.tsx').then((m) => m.NewProposalScreen),
  },
  {
    path: '/aanvragen/:id',
    title: 'Aanvraag',
    load: () => import('./screens/dossier/dossier.tsx').then((m) => m.DossierScreen),
  },
  {
    path: '/aanvragen/:id/bewerken',
    title: 'Wijzig de aanvraag',
    narrow: true,
    load: () => import('./screens/proposal-form/edit-proposal.tsx').then((m) => m.EditProposalScreen),
  },
  {
    path: '/aanvragen/:id/toets',
    title: 'Toets',
    load: () => import('./screens/ruling/ruling.tsx').then((m) => m.RulingScreen),
  },
  {
    path: '/aanvragen/:id/draagvlak',
    title: 'Draagvlak',
    load: () => import('./screens/support/support.tsx').then((m) => m.SupportScreen),
  },
  {
    path: '/aanvragen/:id/draagvlak/tellen',
    title: 'Tel een lijst',
    narrow: true,
    load: () => import('./screens/support/count.tsx').then((m) => m.CountScreen),
  },
  {
    path: '/aanvragen/:id/draagvlak/noteren',
    title: 'Noteer iets over draagvlak',
    narrow: true,
    load: () => import('./screens/support/evidence-form.tsx').then((m) => m.EvidenceScreen),
  },
  {
    path: '/advies',
    title: 'Adviezen',
    narrow: true,
    load: () => import('./screens/ruling/district.tsx').then((m) => m.AdvicesScreen),
  },
  {
    path: '/advies/:id',
    title: 'Advies',
    narrow: true,
    load: () => import('./screens/ruling/district.tsx').then((m) => m.AdviceScreen),
  },
  {
    path: '/aanvragen/:id/verantwoording',
    title: 'Verantwoording',
    load: () => import('./screens/outcome/outcome.tsx').then((m) => m.OutcomeScreen),
  },
  {
    path: '/print/handtekeningenlijst/:proposalId',
    title: 'Handtekeningenlijst',
    frame: 'bare',
    load: () => import('./screens/print-signatures/print-signatures.tsx').then((m) => m.PrintSignaturesScreen),
  },
  {
    path: '/bon/:claimId',
    title: 'Declaratie',
    frame: 'bare',
    load: () => import('./screens/claim/claim.tsx').then((m) => m.ClaimScreen),
  },
  {
    path: '/bon/:claimId/wijzigen',
    title: 'Verbeter de declaratie',
    frame: 'bare',
    load: () => import('./screens/receipt/edit-claim.tsx').then((m) => m.EditClaimScreen),
  },
  {
    path: '/verantwoording',
    title: 'Verantwoording',
    load: () => import('./screens/accountability/accountability.tsx').then((m) => m.AccountabilityScreen),
  },
  {
    path: '/verantwoording/projecten',
    title: 'Projecten',
    narrow: true,
    load: () => import('./screens/accountability/sources-screen.tsx').then((m) => m.SourcesScreen),
  },
  {
    path: '/verantwoording/jaren',
    title: 'Jaren naast elkaar',
    load: () => import('./screens/accountability/years-screen.tsx').then((m) => m.YearsScreen),
  },
  {
    path: '/wijken',
    title: 'Andere wijken',
    load: () => import('./screens/bodies/bodies.tsx').then((m) => m.BodiesScreen),
  },
  {
    path: '/wijken/themas',
    title: 'Thema’s in de wijken',
    load: () => import('./screens/bodies/themes.tsx').then((m) => m.BodyThemesScreen),
  },
  {
    path: '/wijken/:id',
    title: 'Andere wijk',
    load: () => import('./screens/bodies/body.tsx').then((m) => m.BodyScreen),
  },
  {
    path: '/print/verantwoording/:jaar',
    title: 'Verantwoording',
    frame: 'bare',
    load: () => import('./screens/accountability/print.tsx').then((m) => m.PrintAccountScreen),
  },
  {
    path: '/presentatie/:jaar',
    title: 'Presentatie',
    frame: 'bare',
    load: () => import('./screens/accountability/presentation.tsx').then((m) => m.PresentationScreen),
  },
  { path: '/kas', title: 'Kas', load: () => import('./screens/money/money.tsx').then((m) => m.MoneyScreen) },
  {
    path: '/vrijwilligers',
    title: 'Vrijwilligers en bekendheid',
    load: () => import('./screens/volunteers/volunteers.tsx').then((m) => m.VolunteersScreen),
  },
  { path: '/kas/bank', title: 'Bank', load: () => import('./screens/bank/bank.tsx').then((m) => m.BankScreen) },
  {
    path: '/kas/jaar',
    title: 'Het jaar in geld',
    load: () => import('./screens/year/year.tsx').then((m) => m.YearScreen),
  },
  {
    path: '/kas/betalen',
    title: 'Betalen',
    load: () => import('./screens/pay/pay.tsx').then((m) => m.PayScreen),
  },
  {
    path: '/kas/balans',
    title: 'Balans',
    load: () => import('./screens/books/balance.tsx').then((m) => m.BalanceScreen),
  },
  {
    path: '/kas/meenemen',
    title: 'Boekhouding meenemen',
    narrow: true,
    load: () => import('./screens/books/take-along.tsx').then((m) => m.TakeAlongScreen),
  },
  {
    path: '/kas/controle',
    title: 'Kascontrole',
    load: () => import('./screens/audit/audit.tsx').then((m) => m.AuditScreen),
  },
  {
    path: '/kas/controle/:claimId',
    title: 'Declaratie nakijken',
    load: () => import('./screens/audit/check.tsx').then((m) => m.CheckScreen),
  },
  {
    path: '/kas/plan',
    title: 'Bestedingsplan',
    load: () => import('./screens/plan/plan.tsx').then((m) => m.PlanScreen),
  },
  {
    path: '/print/plan/:id',
    title: 'Bestedingsplan',
    frame: 'bare',
    load: () => import('./screens/plan/print.tsx').then((m) => m.PrintPlanScreen),
  },
  {
    path: '/kas/declaratie/:claimId',
    title: 'Declaratie beoordelen',
    load: () => import('./screens/money/judge.tsx').then((m) => m.JudgeScreen),
  },
];
