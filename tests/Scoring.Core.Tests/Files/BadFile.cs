using System.Text;
using System.Text.Json.Nodes;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>A good file with something made bad in it.</summary>
internal sealed class BadFile(byte[] good)
{
    private readonly JsonNode root = JsonNode.Parse(good)!;

    public BadFile(string name)
        : this(Examples.Bytes(name))
    {
    }

    /// <summary>Sets a value by its path, e.g. <c>trades[0].name</c>; null deletes it.</summary>
    public BadFile Set(string path, string? json)
    {
        var steps = path.Split('.', '[').Select(s => s.TrimEnd(']')).ToList();
        var parent = steps.SkipLast(1).Aggregate(root, (node, step) => node is JsonArray a ? a[int.Parse(step)]! : node[step]!);
        switch (parent)
        {
            case JsonArray list when json is null: list.RemoveAt(int.Parse(steps[^1])); break;
            case JsonArray list when int.Parse(steps[^1]) == list.Count: list.Add(JsonNode.Parse(json!)); break;
            case JsonArray list: list[int.Parse(steps[^1])] = JsonNode.Parse(json!); break;
            case JsonObject o when json is null: o.Remove(steps[^1]); break;
            default: parent[steps[^1]] = JsonNode.Parse(json!); break;
        }

        return this;
    }

    public FileReading Read() => CompetitionFileReader.Read(Encoding.UTF8.GetBytes(root.ToJsonString()));

    /// <summary>Errors as lines.</summary>
    public IReadOnlyList<string> Errors() => [.. Read().Errors.Select(e => e.ToString())];
}
