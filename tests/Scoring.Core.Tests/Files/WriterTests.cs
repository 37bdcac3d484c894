using System.Text.Json;
using System.Text.Json.Nodes;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

public class WriterTests
{
    [Fact]
    public void Any_text_is_written_so_that_it_reads_back()
    {
        var text = string.Concat(Enumerable.Range(0, 0x3000).Select(c => (char)c)) + "𬭸䶮\uFFFD";

        var written = CompetitionFileWriter.Pretty(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [text] = text }));

        Assert.Equal(text, Assert.Single(JsonNode.Parse(written)!.AsObject()).Key);
        Assert.Equal(text, JsonNode.Parse(written)![text]!.GetValue<string>());
    }

    [Fact]
    public void Short_things_stay_on_one_line_and_levels_open_up()
    {
        var written = CompetitionFileWriter.Pretty("""{"a":[1,2.50,null],"b":{"c":{"d":[]}},"e":{}}"""u8);

        Assert.Equal("{\n  \"a\": [1, 2.50, null],\n  \"b\": { \"c\": { \"d\": [] } },\n  \"e\": {}\n}\n", System.Text.Encoding.UTF8.GetString(written));
    }
}
