// Who may do what (R-A4). Deny by default: a page or endpoint that names none of these asks for nobody's access.
using Microsoft.AspNetCore.Authorization;
using Scoring.Core.People;

namespace Scoring.Api.Security;

public static class Policies
{
    /// <summary>Anyone with an account of the console.</summary>
    public const string Console = nameof(Console);

    /// <summary>Accounts, competitions, backups.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Definition, lists, people.</summary>
    public const string Organize = nameof(Organize);

    /// <summary>Pairing codes and devices.</summary>
    public const string Devices = nameof(Devices);

    /// <summary>What is missing, by code.</summary>
    public const string WatchDay = nameof(WatchDay);

    /// <summary>Sees marks and results by code; acts on none of them.</summary>
    public const string SeeResults = nameof(SeeResults);

    /// <summary>Returns sheets, confirms spreads, submits coded results, confirms awards.</summary>
    public const string HeadJudge = nameof(HeadJudge);

    /// <summary>Statuses, violations, times.</summary>
    public const string Floor = nameof(Floor);

    /// <summary>Draws and slips.</summary>
    public const string Draw = nameof(Draw);

    /// <summary>Theory marks and paper sheets. Never the admin (R-A4).</summary>
    public const string EnterMarks = nameof(EnterMarks);

    /// <summary>The third person of a double entry (R-J13).</summary>
    public const string Settle = nameof(Settle);

    /// <summary>Takes in sheets that tablets show as a QR; each proves itself.</summary>
    public const string Carry = nameof(Carry);

    /// <summary>Prints blank and filled score sheets by code.</summary>
    public const string PrintSheets = nameof(PrintSheets);

    /// <summary>The second of two people (R-A2, R-D1, R-D5).</summary>
    public const string Supervise = nameof(Supervise);

    /// <summary>Head judge or supervisor: the two that sign.</summary>
    public const string Sign = nameof(Sign);

    /// <summary>Moves a trade on after signatures: head judge or admin.</summary>
    public const string Publish = nameof(Publish);

    public const string Certificates = nameof(Certificates);

    public const string Ledger = nameof(Ledger);

    public const string Appeals = nameof(Appeals);

    /// <summary>Answers appeals (R-D4).</summary>
    public const string Arbitrate = nameof(Arbitrate);

    /// <summary>Roles that pass each policy: the whole table.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Table { get; } = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal)
    {
        [Console] = [Role.Admin, Role.HeadJudge, Role.FloorJudge, Role.CodingOfficer, Role.Clerk, Role.Supervisor, Role.Arbitrator],
        [Administer] = [Role.Admin],
        [Organize] = [Role.Admin],
        [Devices] = [Role.Admin, Role.HeadJudge],
        [WatchDay] = [Role.Admin, Role.HeadJudge, Role.Supervisor, Role.FloorJudge],
        [SeeResults] = [Role.Admin, Role.HeadJudge, Role.Supervisor, Role.Arbitrator],
        [HeadJudge] = [Role.HeadJudge],
        [Floor] = [Role.HeadJudge, Role.FloorJudge],
        [Draw] = [Role.Admin, Role.CodingOfficer],
        [EnterMarks] = [Role.Clerk],
        [Carry] = [Role.Admin, Role.HeadJudge, Role.FloorJudge, Role.Clerk, Role.Supervisor],
        [PrintSheets] = [Role.Admin, Role.HeadJudge, Role.Supervisor],
        [Settle] = [Role.Clerk, Role.HeadJudge, Role.Supervisor],
        [Supervise] = [Role.Supervisor],
        [Sign] = [Role.HeadJudge, Role.Supervisor],
        [Publish] = [Role.Admin, Role.HeadJudge],
        [Certificates] = [Role.Admin, Role.HeadJudge, Role.Supervisor],
        [Ledger] = [Role.Admin, Role.HeadJudge, Role.Supervisor, Role.Arbitrator],
        [Appeals] = [Role.Admin, Role.HeadJudge, Role.Supervisor, Role.Arbitrator],
        [Arbitrate] = [Role.Arbitrator],
    };

    public static bool Allows(string policy, Role role) => Table[policy].Contains(role);

    internal static void AddTo(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var (name, roles) in Table)
        {
            options.AddPolicy(name, p => p
                .AddAuthenticationSchemes(ConsoleCookie.Scheme)
                .RequireAuthenticatedUser()
                .RequireRole(roles.Select(r => r.ToString())));
        }
    }
}
