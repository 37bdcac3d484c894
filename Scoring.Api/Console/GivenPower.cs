using Scoring.Api.Tablets;
using Scoring.Api.Hubs;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Api.Shelf;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console;

/// <summary>Whose form gives power: who, and how its entries get ids that are the same when the form comes again.</summary>
/// <param name="Entry">The id of the entry about that word.</param>
public sealed record Giver(SignedIn Me, Func<string, Guid> Entry, CancellationToken Abort);

/// <summary>
/// Ways in, given and taken: first an entry in the ledger, then the account, link or code. Nobody but the person learns a password.
/// </summary>
public sealed class GivenPower(
    Competitions competitions, ContestCards cards, Accounts accounts, AccountLinks links, PairedTablets tablets, TabletMessages messages,
        PairingGuard pairing,
    TimeProvider time)
{
    /// <summary>How long a link to set the own password is good.</summary>
    public static TimeSpan LinkLife { get; } = TimeSpan.FromDays(7);

    /// <summary>A new account and the link by which its person sets the password.</summary>
    /// <param name="until">The link's end; null: the usual.</param>
    public async Task<Given<string>> Account(NewAccount made, Giver giver, DateTimeOffset? until = null)
    {
        var beside = Beside(made);
        if (await Write(made, AccountChange.Created, beside, giver) is { } refused)
        {
            return new(null, refused);
        }

        return accounts.Create(made, NewPassword.Generate())
            ? new(links.Make(made.Login, until ?? time.GetUtcNow() + LinkLife), null, Already(beside))
            : new(null, $"账号“{made.Login}”已经有了，请换一个。");
    }

    /// <summary>The password is worth nothing any more; a link to set another.</summary>
    /// <param name="until">The link's end; null: the usual.</param>
    public async Task<Given<string>> Reset(Account account, Giver giver, DateTimeOffset? until = null)
    {
        var given = await Changed(account, AccountChange.PasswordReset, giver);
        if (given.Refused is not null)
        {
            return new(null, given.Refused);
        }

        accounts.SetPassword(account.Login, NewPassword.Generate());
        return new(links.Make(account.Login, until ?? time.GetUtcNow() + LinkLife), null, given.Caution);
    }

    /// <summary>An entry in every contest the account reaches that is not over; whoever holds the same office already is named beside
    /// it.</summary>
    public async Task<Given<Account>> Changed(Account account, AccountChange change, Giver giver)
    {
        var made = new NewAccount(account.Login, account.Name, account.Role, account.Competition, account.Judge, account.Trades);
        var beside = change is AccountChange.Disabled ? [] : Beside(made);
        return await Write(made, change, beside, giver) is { } refused ? new(null, refused) : new(account, null, Already(beside));
    }

    /// <summary>A pairing code; a tablet the judge has already says that another is about to mark in that name.</summary>
    /// <param name="until">Null: the usual.</param>
    public async Task<Given<PairingCode>> Code(OpenCompetition open, Judge judge, DateTimeOffset? until, Giver giver)
    {
        if (await Written(open, new PairingCodeMade(judge.Id), judge.Id.Value, giver) is { } refused)
        {
            return new(null, refused);
        }

        var before = tablets.All.Where(d => d.Competition == open.Id && d.Judge == judge.Id).Select(d => d.Name).ToList();
        if (before.Count > 0)
        {
            await messages.Send(giver.Entry($"message {judge.Id}"), open.Id, giver.Me.Name, judge.Name, [judge.Id],
                "控制台为您发了新的配对码，另一台平板将以您的名义评分。"
                + "如果您不知道这件事，请马上告诉裁判长和监督。");
        }

        pairing.CodeMade();
        return new(tablets.CreateCode(open.Id, judge.Id, until), null,
            before.Count == 0 ? null : $"注意：{judge.Name} 已有平板 {string.Join('、', before)}，已在那台平板上提示。");
    }

    /// <summary>A tablet became a stranger. It is one whether this can be written or not: taking power away waits for nothing.</summary>
    public async Task<string?> Unpaired(OpenCompetition open, Device tablet, Giver giver)
    {
        tablets.Revoke(tablet.Id);
        return await Written(open, new TabletUnpaired(tablet.Judge, tablet.Name), tablet.Id, giver);
    }

    private async Task<string?> Write(NewAccount account, AccountChange change, IReadOnlyList<string> beside, Giver giver)
    {
        var entry = new AccountChanged(
            account.Login, change, account.Role, account.Trades ?? [], account.Judge, beside.Count == 0 ? null : beside);
        foreach (var open in competitions.All.Where(c => c.Problem is null
            && (account.Competition is null ? IsReached(c) : c.Id == account.Competition)))
        {
            if (await Written(open, entry, account.Login, giver) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    // An account for all contests reaches those that are being held. One that is over and closed is not woken, one among thousands, to say
    // so.
    private bool IsReached(OpenCompetition open) => !open.IsResting || cards.Of(open) is not { IsOver: true };

    // No power changes without an entry of its own: a form that comes back after its entry does nothing.
    private static async Task<string?> Written(OpenCompetition open, LedgerEvent e, string about, Giver giver)
    {
        var first = false;
        var outcome = await open.Execute(giver.Entry($"{open.Id}/{about}"), giver.Me.Actor.ToString(), _ =>
        {
            first = true;
            return Decision.Of(e);
        }, giver.Abort, via: giver.Me.Via);
        return outcome is Outcome.NotStored failed ? failed.Message : first ? null : SentForms.Before;
    }

    private List<string> Beside(NewAccount account) =>
    [
        .. accounts.All()
            .Where(a => !a.Disabled && a.Login != account.Login && a.Competition == account.Competition
                && (account.Judge is not null && a.Judge == account.Judge || SameOffice(a, account)))
            .Select(a => a.Login),
    ];

    private static bool SameOffice(Account one, NewAccount other) =>
        one.Role == other.Role && one.Role is Role.HeadJudge or Role.Supervisor
        && (one.Trades.Count == 0 || other.Trades is not { Count: > 0 } trades || one.Trades.Intersect(trades).Any());

    private static string? Already(IReadOnlyList<string> beside) =>
        beside.Count == 0 ? null : $"注意：这个职务或这个人已有账号 {string.Join('、', beside)}。已记入台账。";
}

/// <summary>What was given, or why it was not.</summary>
/// <param name="Caution">What whoever gave it should know.</param>
public sealed record Given<T>(T? Thing, string? Refused, string? Caution = null) where T : class;
