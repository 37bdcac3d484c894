using System.Text;
using System.Text.Json.Nodes;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;

namespace Scoring.Core.Tests.Files;

/// <summary>Whatever happens to a file, reading it answers with problems, never with an exception.</summary>
public class MutatedFileTests
{
    private static readonly string?[] Replacements =
    [
        "null", "true", "0", "-1", "1e400", "0.1234567", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"dg\"", "[]", "[null]", "[[]]",
        "{}", "{\"kind\":\"points\"}", "1000000000", "2147483648", "\"2026-02-30\"", "\"A1.1\"", "-0.5",
    ];

    [Theory]
    [InlineData("yindubei.json", 200)]
    [InlineData("templates/tea-sensory.json", 1500)]
    [InlineData("templates/multi-task.json", 1500)]
    public void Any_value_deleted_retyped_or_doubled_gives_problems_or_a_usable_file(string name, int times)
    {
        Mutations(Encoding.UTF8.GetString(Examples.Bytes(name)), times);
    }

    [Theory]
    [InlineData("tea-sensory")]
    [InlineData("multi-task")]
    [InlineData("worldskills")]
    [InlineData("company-kpi")]
    public void So_do_files_with_people_and_marks(string template) =>
        Mutations(Encoding.UTF8.GetString(CompetitionFileWriter.Write(MarkedTemplate.Of(template))), 400);

    private static void Mutations(string text, int times)
    {
        var random = new Random(20260423);
        for (var i = 0; i < Cases.Of(times); i++)
        {
            var root = JsonNode.Parse(text)!;
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                Mutate(root, random);
            }

            Answers(Encoding.UTF8.GetBytes(root.ToJsonString()));
        }
    }

    [Fact]
    public void Any_bytes_changed_cut_or_added_give_problems_or_a_usable_file()
    {
        var bytes = Examples.Bytes("templates/union.json");
        var random = new Random(42);
        for (var i = 0; i < Cases.Of(2000); i++)
        {
            var copy = bytes.ToList();
            for (var n = random.Next(1, 6); n > 0 && copy.Count > 0; n--)
            {
                var at = random.Next(copy.Count);
                switch (random.Next(4))
                {
                    case 0: copy[at] = (byte)random.Next(256); break;
                    case 1: copy.RemoveAt(at); break;
                    case 2: copy.Insert(at, (byte)"{}[],:\"0-\\e"[random.Next(11)]); break;
                    default: copy.RemoveRange(at, Math.Min(random.Next(200), copy.Count - at)); break;
                }
            }

            Answers([.. copy]);
        }
    }

    private static void Answers(byte[] bytes)
    {
        var reading = CompetitionFileReader.Read(bytes);
        Assert.All(reading.Problems, p => Assert.False(string.IsNullOrEmpty(p.Path) || string.IsNullOrEmpty(p.Allowed.ToString()), p.ToString()));
        if (reading.File is not { } file)
        {
            Assert.NotEmpty(reading.Errors);
            return;
        }

        Assert.NotEmpty(ComputedPage.Of(Computation.Of(file)));
        var written = CompetitionFileWriter.Write(file);
        Assert.Equal(written, CompetitionFileWriter.Write(CompetitionFileReader.Read(written).File!));
    }

    private static void Mutate(JsonNode root, Random random)
    {
        var all = new List<JsonNode>();
        Collect(root, all);
        switch (all[random.Next(all.Count)])
        {
            case JsonObject { Count: > 0 } o:
                var (key, value) = o.ElementAt(random.Next(o.Count));
                o.Remove(key);
                switch (random.Next(4))
                {
                    case 0: break;
                    case 1: o[key + "x"] = value; break;
                    case 2: o[key] = value?.DeepClone(); o["kind"] = "faults"; break;
                    default: o[key] = Replacement(random); break;
                }

                break;
            case JsonArray { Count: > 0 } a:
                var index = random.Next(a.Count);
                switch (random.Next(3))
                {
                    case 0: a.RemoveAt(index); break;
                    case 1: a.Add(a[index]?.DeepClone()); break;
                    default: a[index] = Replacement(random); break;
                }

                break;
        }
    }

    private static JsonNode? Replacement(Random random) => JsonNode.Parse(Replacements[random.Next(Replacements.Length)]!);

    private static void Collect(JsonNode? node, List<JsonNode> all)
    {
        if (node is JsonObject or JsonArray)
        {
            all.Add(node);
        }

        foreach (var child in node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] })
        {
            Collect(child, all);
        }
    }
}
