using System.Runtime.CompilerServices;
using Scoring.Core.Contracts;

namespace Scoring.Core.Tests.Contracts;

/// <summary>Tablets and screens know the wire from one file made of the contracts here.</summary>
public sealed class WireTests
{
    private const string Renew = "SCORING_WIRE=renew dotnet test tests/Scoring.Core.Tests --filter FullyQualifiedName~WireTests";

    private static IEnumerable<Type> Named(string what) => typeof(IScoringHub).Assembly.GetExportedTypes()
        .Where(t => t.IsInterface && t.Namespace == typeof(IScoringHub).Namespace && t.Name.EndsWith(what, StringComparison.Ordinal))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    private static string File([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../../web/wire.ts"));

    [Fact]
    public void TypeScript_knows_the_contracts_as_they_are()
    {
        var made = WireText.Of(
            Named("Hub").Where(t => t != typeof(IResultsHub)), // programs ask that one, no browser
            Named("Client"),
            [typeof(PairedAs), typeof(StoredPicture), typeof(TabletHeads), typeof(TabletCards)],
            $"// What browsers and hubs say to each other. Made from Scoring.Core/Contracts; do not edit, renew it:\n// {Renew}\n");
        if (Environment.GetEnvironmentVariable("SCORING_WIRE") == "renew")
        {
            System.IO.File.WriteAllText(File(), made);
        }

        Assert.True(
            System.IO.File.Exists(File()) && System.IO.File.ReadAllText(File()) == made, $"web/wire.ts is out of date; renew it: {Renew}");
    }
}
