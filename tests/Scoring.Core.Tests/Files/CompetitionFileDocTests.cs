using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scoring.Core.Certificates;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;

namespace Scoring.Core.Tests.Files;

/// <summary>docs/competition-file.md names every field and its examples are what the program says.</summary>
public partial class CompetitionFileDocTests
{
    private static readonly string Doc = File.ReadAllText(Path.Combine(Examples.Folder, "..", "docs", "competition-file.md"));

    [Fact]
    public void Every_field_and_every_word_is_in_the_doc()
    {
        var named = Names().Matches(Doc).Select(m => m.Value.Trim('`')).ToHashSet(StringComparer.Ordinal);
        var types = new HashSet<Type>();
        Collect(typeof(CompetitionFile), types);
        var fields = types.Where(t => !t.IsEnum).SelectMany(t => t.GetConstructors().Where(c => c.GetParameters() is not [var p] || p.ParameterType != t)).SelectMany(c => c.GetParameters()).Select(p => Camel(p.Name!));
        var words = types.Where(t => t.IsEnum && t != typeof(CertificateKind)).SelectMany(Enum.GetNames).Select(Camel);

        Assert.Equal("", string.Join('、', fields.Concat(words).Where(n => !named.Contains(n)).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_errors_shown_are_what_the_reader_says() =>
        Assert.Equal(Lines("bad").Order(), new BadFile("templates/union.json")
            .Set("trades[0].components[0].weight", "25").Set("trades[0].components[1].modules[0].marking", "\"panels\"")
            .Set("trades[0].awards.tiers[0].quotas", "1").Errors().Order());

    [Fact]
    public void The_marks_shown_can_be_read()
    {
        var (yindubei, marks) = (Examples.Read("yindubei.json"), JsonDocument.Parse(string.Join('\n', Lines("marks"))).RootElement);
        using var file = JsonDocument.Parse(CompetitionFileWriter.Write(yindubei with { Marks = [] }));
        var text = Encoding.UTF8.GetString(CompetitionFileWriter.Pretty(Encoding.UTF8.GetBytes(file.RootElement.GetRawText()))).Replace("\"marks\": []", $"\"marks\": [{marks.GetRawText()}]", StringComparison.Ordinal);

        var reading = CompetitionFileReader.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal("", string.Join('\n', reading.Problems));
        Assert.Single(reading.File!.Marks!);
    }

    [Fact]
    public void The_text_shown_is_what_compute_says()
    {
        var page = ComputedPage.Of(Computation.Of(Examples.Read("yindubei-marked.json")));

        Assert.All(Lines("text"), line => Assert.Contains(line.TrimEnd('…'), page, StringComparison.Ordinal));
    }

    private static List<string> Lines(string example)
    {
        var block = Doc[(Doc.IndexOf($"<!-- example: {example} -->", StringComparison.Ordinal) + 1)..];
        return [.. block[..block.IndexOf("<!-- end -->", StringComparison.Ordinal)].Split('\n').Skip(2).SkipLast(2)];
    }

    private static void Collect(Type type, HashSet<Type> types)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var argument in type.GenericTypeArguments)
        {
            Collect(argument, types);
        }

        if (type.IsGenericType || type.Assembly != typeof(CompetitionFile).Assembly || type.GetInterfaces().Any(i => i.Name.StartsWith("ITextId", StringComparison.Ordinal)) || type.Name == "Entry" || !types.Add(type))
        {
            return;
        }

        foreach (var derived in type.GetCustomAttributes<System.Text.Json.Serialization.JsonDerivedTypeAttribute>())
        {
            Collect(derived.DerivedType, types);
        }

        foreach (var parameter in type.IsEnum ? [] : type.GetConstructors().Where(c => c.GetParameters() is not [var p] || p.ParameterType != type).SelectMany(c => c.GetParameters()))
        {
            Collect(parameter.ParameterType, types);
        }
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    [GeneratedRegex("`[A-Za-z]+`", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
