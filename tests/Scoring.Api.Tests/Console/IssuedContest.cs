using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Certificates;
using Scoring.Api.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>The example with 电工 published and its certificates issued.</summary>
public static class IssuedContest
{
    public static async Task<(OpenCompetition Open, IReadOnlyList<CertificateFacts> Issued)> LoadIssued(this ConsoleHost host)
    {
        var open = await host.LoadMarked();
        foreach (var e in (Core.Ledger.LedgerEvent[])[new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"), new PhaseChanged(MarkedContest.Dg, Phase.Publicity), new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        var keys = host.App.Services.GetRequiredService<CertificateKeys>();
        await open.Execute(Guid.NewGuid(), "admin:a", s => IssueCertificates.Decide(
            s, new(Role.Admin, "a", new(null, [])), MarkedContest.Dg, new DateOnly(2026, 4, 23), facts => VerificationLink.Write(new Uri("http://192.168.1.10:5080"), keys.Sign(facts))));
        return (open, open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Select(c => c.Certificate.Facts).ToList()));
    }
}
