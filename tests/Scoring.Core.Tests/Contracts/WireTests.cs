using System.Runtime.CompilerServices;
using Scoring.Core.Contracts;

namespace Scoring.Core.Tests.Contracts;

/// <summary>Tablets and screens know the wire from two files made of the contracts here.</summary>
public sealed class WireTests
{
    private const string Renew = "SCORING_WIRE=renew dotnet test tests/Scoring.Core.Tests --filter FullyQualifiedName~WireTests";

    private static IEnumerable<Type> Named(string what) => typeof(IScoringHub).Assembly.GetExportedTypes()
        .Where(t => t.IsInterface && t.Namespace == typeof(IScoringHub).Namespace && t.Name.EndsWith(what, StringComparison.Ordinal))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    private static string Web(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "../../../../web", name));

    [Fact]
    public void TypeScript_knows_the_contracts_as_they_are()
    {
        var (types, methods) = WireText.Of(
            Named("Hub").Where(t => t != typeof(IResultsHub)), // programs ask that one, no browser
            Named("Client"),
            [typeof(PairedAs), typeof(StoredPicture), typeof(TabletHeads), typeof(TabletCards)]);
        Holds("wire.ts", "What browsers and hubs say to each other.", types);
        Holds("wireHubs.ts", "How browsers and hubs call each other.", methods);
    }

    private static void Holds(string name, string what, string text)
    {
        var made = $"// {what} Made from Scoring.Core/Contracts; do not edit, renew it:\n// {Renew}\n\n{text}";
        if (Environment.GetEnvironmentVariable("SCORING_WIRE") == "renew")
        {
            File.WriteAllText(Web(name), made);
        }

        Assert.True(File.Exists(Web(name)) && File.ReadAllText(Web(name)) == made, $"web/{name} is out of date; renew it: {Renew}");
    }
}
