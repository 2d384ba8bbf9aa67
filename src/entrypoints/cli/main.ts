process.stdout.write("bellwether\n");
