using Scoring.Core.People;
using static Scoring.Core.People.Role;

namespace Scoring.Api.Tests.Console;

/// <summary>Who may open or do what in the console: the table of R-A4, route by route. A route that is not here fails the test.</summary>
public static class Routes
{
    /// <summary>Anybody, signed in or not.</summary>
    public static readonly Role[] Anyone = [];

    private static readonly Role[] Everyone = [Admin, HeadJudge, FloorJudge, CodingOfficer, Clerk, Supervisor, Arbitrator];
    private static readonly Role[] Results = [Admin, HeadJudge, Supervisor, Arbitrator];
    private static readonly Role[] Leads = [Admin, HeadJudge];
    private static readonly Role[] Papers = [Admin, HeadJudge, Supervisor];
    private static readonly Role[] Couriers = [Admin, HeadJudge, FloorJudge, Clerk, Supervisor];
    private static readonly Role[] Signers = [HeadJudge, Supervisor];

    /// <summary>Page path as its route says, then <c>get</c> or the name of a POST handler.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Table = new Dictionary<string, Role[]>(StringComparer.Ordinal)
    {
        ["console/login get"] = Anyone, ["console/login post"] = Anyone,
        ["console/setup get"] = Anyone, ["console/setup post"] = Anyone,
        ["console/denied get"] = Anyone, ["console/answer get"] = Anyone, ["console/answer post"] = Anyone,
        ["console get"] = Everyone, ["console/logout get"] = Everyone, ["console/logout post"] = Everyone,
        ["console/password get"] = Everyone, ["console/password post"] = Everyone,
        ["console/password Factor"] = [Admin], ["console/password Confirm"] = [Admin], ["console/password FactorOff"] = [Admin],
        ["console/calendar get"] = Everyone, ["console/competitions get"] = Everyone, ["console/competitions Template"] = [Admin],
        ["console/competitions Practice"] = [Admin], ["help/{chapter?} get"] = Anyone,
        ["console/competitions File"] = [Admin], ["console/competitions Current"] = [Admin],
        ["console/{competition}/contest get"] = [Admin], ["console/{competition}/contest Save"] = [Admin], ["console/{competition}/contest Hide"] = [Admin],
        ["console/{competition}/contest Delete"] = [Admin], ["console/{competition}/contest Order"] = [Admin],
            ["console/{competition}/contest Words"] = [Admin],
        ["console/{competition}/contest Logo"] = [Admin],
        ["console/{competition}/road get"] = Leads, ["console/{competition}/road Trades"] = [Admin], ["console/{competition}/road Copy"] = [Admin],
        ["console/{competition}/road Draw"] = [Admin], ["console/{competition}/road Forward"] = Leads,
        ["console/{competition}/handouts get"] = [Admin], ["console/{competition}/handouts Accounts"] = [Admin], ["console/{competition}/handouts Codes"] = [Admin],
        ["console/welcome get"] = Anyone, ["console/welcome post"] = Anyone,
        ["console/branch-package get"] = [Admin], ["console/branch-package post"] = [Admin],
        ["console/{competition}/branches get"] = [Admin], ["console/{competition}/branches Lend"] = [Admin], ["console/{competition}/branches Recall"] = [Admin],
        ["console/{competition}/branches Take"] = [Admin], ["console/{competition}/branches Aim"] = [Admin], ["console/{competition}/branches Send"] = [Admin],
        ["console/{competition}/branches Close"] = [Admin], ["console/{competition}/branches Package"] = [Admin], ["console/{competition}/branches Part"] = [Admin],
        ["console/doctor get"] = [Admin], ["console/doctor Bundle"] = [Admin],
        ["console/running get"] = [Admin], ["console/running Graphs"] = [Admin],
        ["console/accounts get"] = [Admin], ["console/accounts Create"] = [Admin], ["console/accounts Reset"] = [Admin],
        ["console/accounts Disable"] = [Admin], ["console/accounts Enable"] = [Admin],
        ["console/{competition}/day get"] = [Admin, HeadJudge, Supervisor, FloorJudge], ["console/{competition}/day Board"] = [Admin, HeadJudge, Supervisor, FloorJudge],
        ["console/{competition}/devices get"] = Leads, ["console/{competition}/devices Tablets"] = Leads,
        ["console/{competition}/devices Code"] = Leads, ["console/{competition}/devices Revoke"] = Leads,
        ["console/{competition}/stage get"] = Leads, ["console/{competition}/stage On"] = Leads, ["console/{competition}/stage Put"] = Leads,
        ["console/{competition}/stage Reveal"] = Leads, ["console/{competition}/stage End"] = Leads,
        ["console/{competition}/screens get"] = Leads, ["console/{competition}/screens List"] = Leads, ["console/{competition}/screens Show"] = Leads,
        ["console/{competition}/screens Dress"] = Leads, ["console/{competition}/screens Forget"] = Leads, ["console/{competition}/screens Freeze"] = Leads,
        ["console/{competition}/screens Preview"] = Leads, ["console/{competition}/screens Keep"] = Leads, ["console/{competition}/screens Play"] = Leads,
        ["console/{competition}/screens Usual"] = Leads, ["console/{competition}/screens Rehearse"] = Leads,
        ["console/{competition}/screens Drop"] = Leads, ["console/{competition}/screens Black"] = Leads, ["console/{competition}/screens Light"] = Leads,
        ["console/{competition}/screens Upload"] = [Admin], ["console/{competition}/screens Remove"] = [Admin],
        ["console/{competition}/screens Key"] = [Admin], ["console/{competition}/screens Revoke"] = [Admin],
        ["console/{competition}/ceremony get"] = Leads, ["console/{competition}/ceremony Plan"] = [Admin], ["console/{competition}/ceremony Restart"] = Leads,
        ["console/{competition}/carry get"] = Couriers, ["console/{competition}/carry Scan"] = Couriers,
        ["console/{competition}/papers/{trade?} get"] = [Admin, HeadJudge, Supervisor], ["console/{competition}/papers/{trade?} Sheets"] = [Admin, HeadJudge, Supervisor],
        ["console/{competition}/marks/{trade?} get"] = [Clerk], ["console/{competition}/marks/{trade?} Enter"] = [Clerk],
        ["console/{competition}/floor/{trade?} get"] = [HeadJudge, FloorJudge], ["console/{competition}/floor/{trade?} Status"] = [HeadJudge, FloorJudge],
        ["console/{competition}/floor/{trade?} Time"] = [HeadJudge, FloorJudge], ["console/{competition}/floor/{trade?} Violation"] = [HeadJudge, FloorJudge],
        ["console/{competition}/floor/{trade?} Withdraw"] = [HeadJudge], ["console/{competition}/sheets/{trade?} Reopen"] = Signers,
        ["console/{competition}/doubles/{trade?} get"] = [Clerk, HeadJudge, Supervisor], ["console/{competition}/doubles/{trade?} Settle"] = [Clerk, HeadJudge, Supervisor],
        ["console/{competition}/changes/{trade?} get"] = [Admin, CodingOfficer], ["console/{competition}/changes/{trade?} Substitute"] = [Admin, CodingOfficer],
        ["console/{competition}/changes/{trade?} Admit"] = [Admin, CodingOfficer], ["console/{competition}/changes/{trade?} Withdraw"] = [Admin, CodingOfficer],
        ["console/{competition}/sheets/{trade?} get"] = Results, ["console/{competition}/sheets/{trade?} Return"] = [HeadJudge],
        ["console/{competition}/sheets/{trade?} Confirm"] = [HeadJudge], ["console/{competition}/sheets/{trade?} Sign"] = [HeadJudge],
        ["console/{competition}/compare/{trade}/{module}/{code} get"] = Results,
        ["console/{competition}/draw/{trade?} get"] = [Admin, CodingOfficer], ["console/{competition}/draw/{trade?} Slips"] = [Admin, CodingOfficer],
        ["console/{competition}/draw/{trade?} Groups"] = [Admin, CodingOfficer], ["console/{competition}/draw/{trade?} GroupsByHand"] = [Admin, CodingOfficer],
        ["console/{competition}/draw/{trade?} Machine"] = [Admin, CodingOfficer], ["console/{competition}/draw/{trade?} Hand"] = [Admin, CodingOfficer],
        ["console/{competition}/import get"] = [Admin], ["console/{competition}/import Template"] = [Admin], ["console/{competition}/import Marked"] = [Admin],
        ["console/{competition}/import-awards get"] = [Admin], ["console/{competition}/import-awards Marked"] = [Admin],
            ["console/{competition}/import-awards Progress"] = [Admin],
        ["console/{competition}/import-awards Answer"] = [Admin], ["console/{competition}/import-awards Cancel"] = [Admin],
            ["console/{competition}/import-awards Commit"] = [Admin],
        ["console/{competition}/import-awards Mend"] = [Admin], ["console/{competition}/import-awards Remove"] = [Admin],
            ["console/{competition}/import-awards Upload"] = [Admin],
        ["console/{competition}/import Upload"] = [Admin], ["console/{competition}/import Answer"] = [Admin], ["console/{competition}/import Commit"] = [Admin],
        ["console/{competition}/import Progress"] = [Admin], ["console/{competition}/import Cancel"] = [Admin], ["console/{competition}/import Mend"] = [Admin],
        ["console/{competition}/import Trades"] = [Admin], ["console/{competition}/import Photos"] = [Admin],
            ["console/{competition}/import-judges Trades"] = [Admin], ["console/{competition}/import-judges Progress"] = [Admin],
        ["console/{competition}/import-judges Cancel"] = [Admin], ["console/{competition}/import-judges Mend"] = [Admin], ["console/{competition}/import-marks Progress"] = [Clerk],
        ["console/{competition}/import-marks Cancel"] = [Clerk], ["console/{competition}/import-marks Mend"] = [Clerk], ["console/{competition}/import-marks Answer"] = [Clerk],
        ["console/{competition}/import Undo"] = [Admin], ["console/{competition}/import-judges get"] = [Admin], ["console/{competition}/import-judges Template"] = [Admin],
        ["console/{competition}/import-judges Marked"] = [Admin], ["console/{competition}/import-judges Upload"] = [Admin], ["console/{competition}/import-judges Answer"] = [Admin],
        ["console/{competition}/import-judges Commit"] = [Admin], ["console/{competition}/import-judges Undo"] = [Admin],
        ["console/{competition}/import-marks get"] = [Clerk], ["console/{competition}/import-marks Template"] = [Clerk], ["console/{competition}/import-marks Marked"] = [Clerk],
        ["console/{competition}/import-marks Earlier"] = [Clerk], ["console/{competition}/import-marks Upload"] = [Clerk], ["console/{competition}/import-marks Commit"] = [Clerk],
        ["console/{competition}/definition/{trade?} get"] = [Admin], ["console/{competition}/definition/{trade?} File"] = [Admin],
        ["console/{competition}/definition/{trade?} Aspect"] = [Admin], ["console/{competition}/definition/{trade?} Module"] = [Admin],
        ["console/{competition}/definition/{trade?} Component"] = [Admin],
        ["console/{competition}/definition/{trade?} Rule"] = [Admin], ["console/{competition}/definition/{trade?} Example"] = [Admin],
        ["console/{competition}/definition/{trade?} Weights"] = [Admin], ["console/{competition}/definition/{trade?} Add"] = [Admin],
        ["console/{competition}/definition/{trade?} Remove"] = [Admin], ["console/{competition}/definition/{trade?} Move"] = [Admin],
        ["console/{competition}/definition/{trade?} Criterion"] = [Admin], ["console/{competition}/definition/{trade?} Sheet"] = [Admin], ["console/{competition}/definition/{trade?} Book"] = [Admin],
        ["console/{competition}/settings/{trade?} get"] = [Admin], ["console/{competition}/settings/{trade?} Save"] = [Admin],
        ["console/{competition}/settings/{trade?} New"] = [Admin], ["console/{competition}/settings/{trade?} Remove"] = [Admin],
        ["console/{competition}/people get"] = [Admin], ["console/{competition}/people Recuse"] = [Admin], ["console/{competition}/people Save"] = [Admin],
        ["console/{competition}/people Dismiss"] = [Admin],
        ["console/{competition}/teams get"] = Results, ["console/{competition}/teams Tried"] = [Admin], ["console/{competition}/teams Save"] = [Admin], ["console/{competition}/teams Remove"] = [Admin],
        ["console/{competition}/outcomes/{trade?} get"] = Results, ["console/{competition}/outcomes/{trade?} Approve"] = Leads,
        ["console/{competition}/outcomes/{trade?} Decline"] = Leads, ["console/{competition}/outcomes/{trade?} Signed"] = [Admin],
        ["console/{competition}/payouts get"] = Results, ["console/{competition}/import Stage"] = [Admin],
        ["console/{competition}/messages get"] = Leads, ["console/{competition}/messages Sent"] = Leads, ["console/{competition}/messages Send"] = Leads,
        ["console/{competition}/review/{trade?} get"] = Results, ["console/{competition}/review/{trade?} Draw"] = Signers,
        ["console/{competition}/review/{trade?} Tick"] = Signers, ["console/{competition}/review/{trade?} Sign"] = Signers,
        ["console/{competition}/corrections/{trade?} get"] = Results, ["console/{competition}/corrections/{trade?} Start"] = Signers,
        ["console/{competition}/corrections/{trade?} Revoke"] = Leads,
        ["console/{competition}/correct/{trade}/{module}/{code} get"] = Signers, ["console/{competition}/correct/{trade}/{module}/{code} Apply"] = Signers,
        ["console/{competition}/mend/{trade?} get"] = Leads, ["console/{competition}/mend/{trade?} Apply"] = Leads,
        ["console/{competition}/awards/{trade?} get"] = Results, ["console/{competition}/awards/{trade?} Policy"] = Leads,
        ["console/{competition}/awards/{trade?} Boundary"] = Leads, ["console/{competition}/awards/{trade?} Tie"] = Leads,
        ["console/{competition}/awards/{trade?} Confirm"] = [HeadJudge],
        ["console/{competition}/publish/{trade?} get"] = Results, ["console/{competition}/publish/{trade?} Forward"] = Leads,
        ["console/{competition}/publish/{trade?} Back"] = Leads, ["console/{competition}/publish/{trade?} Coded"] = [HeadJudge],
        ["console/{competition}/publish/{trade?} Decode"] = Signers, ["console/{competition}/publish/{trade?} DecodeAll"] = Signers,
            ["console/{competition}/publish/{trade?} Confirm"] = [HeadJudge],
        ["console/{competition}/publish/{trade?} Visibility"] = Leads,
        ["console/{competition}/certificates/{trade?} get"] = [Admin, HeadJudge, Supervisor], ["console/{competition}/certificates/{trade?} Print"] = [Admin, HeadJudge, Supervisor],
        ["console/{competition}/pictures/{trade?} get"] = [Admin, HeadJudge, Supervisor],
        ["console/{competition}/pictures/{trade?} Drawing"] = [Admin, HeadJudge, Supervisor],
        ["console/{competition}/certificates/{trade?} Issue"] = Leads, ["console/{competition}/certificates/{trade?} Revoke"] = Leads,
        ["console/{competition}/printing get"] = Papers, ["console/{competition}/printing Runs"] = Papers, ["console/{competition}/printing Start"] = Papers,
        ["console/{competition}/printing Cancel"] = Papers, ["console/{competition}/printing File"] = Papers, ["console/{competition}/printing Printer"] = Papers,
        ["console/{competition}/printing Forget"] = Papers, ["console/{competition}/printing Test"] = Papers,
        ["console/{competition}/team-certificates get"] = [Admin, HeadJudge, Supervisor], ["console/{competition}/team-certificates Print"] = [Admin, HeadJudge, Supervisor],
        ["console/{competition}/team-certificates Issue"] = [Admin], ["console/{competition}/team-certificates Revoke"] = [Admin],
        ["console/{competition}/collect get"] = Papers, ["console/{competition}/collect Collected"] = Papers,
        ["console/{competition}/portal-rules get"] = [Admin], ["console/{competition}/portal-rules Save"] = [Admin],
        ["console/{competition}/templates get"] = Papers, ["console/{competition}/templates File"] = Papers, ["console/{competition}/templates Preview"] = Papers,
        ["console/{competition}/templates Sample"] = Papers, ["console/{competition}/templates Save"] = Leads, ["console/{competition}/templates Remove"] = Leads, ["console/{competition}/templates Use"] = Leads,
        ["console/certificate-keys get"] = [Admin], ["console/certificate-keys Export"] = [Admin], ["console/certificate-keys Import"] = [Admin],
        ["console/certificate-keys Rotate"] = [Admin], ["console/certificate-keys Lost"] = [Admin], ["console/certificate-keys Trust"] = [Admin], ["console/{competition}/archive Whole"] = [Admin],
        ["console/{competition}/verify get"] = Results, ["console/{competition}/verify Check"] = Results,
        ["console/{competition}/ledger get"] = Results,
        ["console/{competition}/appeals get"] = Results, ["console/{competition}/appeals File"] = Results, ["console/{competition}/appeals Answer"] = [Arbitrator],
        ["console/{competition}/cards get"] = [Admin], ["console/{competition}/cards Print"] = [Admin], ["console/{competition}/cards Numbers"] = [Admin],
        ["console/{competition}/lists get"] = Results, ["console/{competition}/lists Excel"] = Results, ["console/{competition}/lists Print"] = Results,
        ["console/{competition}/archive get"] = [Admin], ["console/{competition}/archive Download"] = [Admin], ["console/{competition}/archive Backup"] = [Admin],
        ["console/{competition}/archive Seal"] = [Admin], ["console/{competition}/archive Folder"] = [Admin], ["console/{competition}/archive Restore"] = [Admin],
        ["console/competitions Archive"] = [Admin], ["console/competitions Clone"] = [Admin], ["console/competitions Restore"] = [Admin],
        ["console/{competition}/entrants get"] = [Admin], ["console/{competition}/entrants Number"] = [Admin],
        ["console/{competition}/entrants Edit"] = [Admin],
        ["console/{competition}/organizations get"] = [Admin], ["console/{competition}/organizations Save"] = [Admin],
        ["console/access get"] = [Admin], ["console/access Excel"] = [Admin], ["console/{competition}/ledger Excel"] = Results,
        ["console/history get"] = Results, ["console/figures get"] = Results, ["console/figures Excel"] = Results, ["console/history/person/{key} get"] = Results, ["console/history/organization/{name} get"] = Results,
        ["portal get"] = Anyone, ["portal post"] = Anyone, ["portal/{competition}/{trade} get"] = Anyone, ["portal/verify get"] = Anyone,
        ["trust get"] = Anyone, [" get"] = Anyone, ["missing get"] = Anyone,
        ["V/{payload} get"] = Anyone, ["portal/code/{token} get"] = Anyone, ["portal/certificate/{token} get"] = Anyone, ["portal/picture/{token} get"] = Anyone,
        ["verify-offline.html get"] = Anyone, ["portal/appeal get"] = Anyone, ["portal/appeal post"] = Anyone,
    };

    /// <summary>A paired tablet, which is no role of the console.</summary>
    public const string Tablet = "tablet";

    private static readonly string[] Public = [];
    private static readonly string[] Tablets = [Tablet];

    // Tablets of head judges, floor judges and clerks, office by office in HubPermissionTests: nobody who calls here is one.
    private static readonly string[] Officials = ["an official's tablet"];
    private static readonly string[] Displays = ["a display with its key"];
    private static readonly string[] Presenters = ["Admin", "HeadJudge"];

    /// <summary>Path and method of every hub; nobody named: anybody.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Hubs = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["/hub/scoring OpenSession"] = Tablets, ["/hub/scoring Greet"] = Tablets, ["/hub/scoring SubmitSheet"] = Tablets, ["/hub/scoring Heartbeat"] = Tablets, ["/hub/scoring MessageRead"] = Tablets,
        ["/hub/scoring ShowReceipt"] = Tablets,
        ["/hub/scoring ChangeStatus"] = Officials, ["/hub/scoring RecordViolation"] = Officials, ["/hub/scoring WithdrawViolation"] = Officials,
        ["/hub/scoring OpenTrade"] = Officials, ["/hub/scoring OpenPanel"] = Officials, ["/hub/scoring OpenComparison"] = Officials,
        ["/hub/scoring ReturnSheet"] = Officials, ["/hub/scoring ConfirmSpread"] = Officials, ["/hub/scoring SignModule"] = Officials, ["/hub/scoring SignDay"] = Officials,
        ["/hub/scoring OpenFloor"] = Officials, ["/hub/scoring RecordArrival"] = Officials, ["/hub/scoring CallEntrants"] = Officials, ["/hub/scoring StartClock"] = Officials, ["/hub/scoring StopClock"] = Officials,
        ["/hub/scoring ExtendClock"] = Officials, ["/hub/scoring ResetClock"] = Officials,
        ["/hub/scoring WaiveAttempt"] = Officials,
        ["/hub/scoring OpenClerkDesk"] = Officials, ["/hub/scoring OpenMarks"] = Officials, ["/hub/scoring EnterMark"] = Officials,
        ["/hub/scoring ResolveDoubleEntry"] = Officials, ["/hub/scoring OpenPaper"] = Officials, ["/hub/scoring EnterPaperSheet"] = Officials,
        ["/hub/results Open"] = Displays, ["/hub/results Report"] = Displays, ["/hub/results Find"] = Displays, ["/hub/results Certificate"] = Displays, ["/hub/results Printable"] = Displays,
        ["/display/hub Watch"] = Public, ["/display/hub Attach"] = Public, ["/display/hub Mirror"] = Public,
        ["/display/presenter Open"] = Presenters, ["/display/presenter Forward"] = Presenters, ["/display/presenter Back"] = Presenters, ["/display/presenter Go"] = Presenters,
    };

    /// <summary>Method and path of every endpoint that is neither page nor hub; nobody named: anybody.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Endpoints = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["GET /health"] = Public, ["ANY {*path:nonfile}"] = Public, ["GET /display/files/{name}"] = Public, ["GET /display/fonts/{block}.ttf"] = Public, ["GET /display/qr"] = Public, ["GET /assets/{file}"] = Public, ["GET /judge/{**path}"] = Public, ["HEAD /judge/{**path}"] = Public, ["GET /display/{**path}"] = Public, ["HEAD /display/{**path}"] = Public,
        ["GET /help/pictures/{file}"] = Public,
        ["GET /branch/{competition}/{branch:int}"] = Public, ["POST /branch/{competition}/{branch:int}"] = Public, // a part counts by its signature
        ["POST /judge/api/pair"] = Public, ["GET /judge/api/me"] = Tablets, ["POST /judge/api/unpair"] = Tablets,
        ["GET /judge/api/session"] = Tablets, ["GET /judge/api/cards/{trade}/{module}"] = Tablets,
        ["POST /judge/api/papers"] = Officials, ["GET /judge/api/papers/{hash}"] = Officials,
        ["GET /console/clock"] = [.. Everyone.Select(r => r.ToString())],
    };
}
